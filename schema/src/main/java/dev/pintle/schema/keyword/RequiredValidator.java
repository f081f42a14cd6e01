package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import dev.pintle.limit.Budget;
import java.util.Map;

/** {@code required}: one error for all names that are missing. */
final class RequiredValidator extends ApplicatorValidator {

  RequiredValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (node.isObject() && lacks(node, schemaNode, validation.budget())) {
      report(validation, node, instanceLocation, Map.of());
    }
  }

  /** Whether an object lacks one of the names. */
  static boolean lacks(JsonNode node, JsonNode names, Budget budget) {
    int asked = 0;
    boolean lacks = false;
    for (JsonNode name : names) {
      asked++;
      if (!node.has(name.asText())) {
        lacks = true;
        break;
      }
    }
    budget.worked(asked / 4);
    return lacks;
  }
}
