package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * {@code propertyNames}: one error per name that does not fit, with what does not fit about it. For
 * Helm each name is a validation of its own, with paths and locations from its start.
 */
final class PropertyNamesValidator extends ApplicatorValidator {

  private final Schema schema;

  PropertyNamesValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    schema = subschema();
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isObject()) {
      return;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      Validation.Mark mark = validation.mark();
      validation.evaluationPathAddLast(EvaluationTokens.NEW_START);
      boolean fits =
          validation.memberMeets(schema, TextNode.valueOf(name), rootNode, instanceLocation);
      validation.evaluationPathRemoveLast();
      if (!fits) {
        List<Error> causes = validation.takeSince(mark);
        report(validation, node, instanceLocation, Map.of("property", name, "causes", causes));
      }
    }
  }
}
