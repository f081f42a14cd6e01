package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.Map;

/**
 * {@code unevaluatedProperties} and {@code unevaluatedItems}: for what no other keyword of the
 * schema or of the schemas that it is composed of was applied to.
 */
final class UnevaluatedValidator extends ApplicatorValidator {

  private final Schema schema;

  UnevaluatedValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    schema = subschema();
    ((PartsContext) context).parts().askForUnevaluated();
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    boolean properties = getKeyword().equals("unevaluatedProperties");
    if (properties ? !node.isObject() : !node.isArray()) {
      return;
    }
    EvaluatedParts done = validation.evaluated();
    validation.budget().worked(node.size() / 4);
    if (properties) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!done.has(entry.getKey())) {
          NodePath location = instanceLocation.append(entry.getKey());
          validation.memberMeets(schema, entry.getValue(), rootNode, location);
        }
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        if (!done.has(i)) {
          validation.memberMeets(schema, node.get(i), rootNode, instanceLocation.append(i));
        }
      }
    }
    done.addAll();
  }
}
