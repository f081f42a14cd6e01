package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.Map;

/** {@code pattern}. Here so that matching counts. */
final class PatternValidator extends ApplicatorValidator {

  private final TextPattern pattern;

  PatternValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    pattern = ((PartsContext) context).pattern(schemaNode.textValue());
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (node.isTextual() && !pattern.matches(node.textValue(), validation.budget())) {
      report(validation, node, instanceLocation, Map.of());
    }
  }
}
