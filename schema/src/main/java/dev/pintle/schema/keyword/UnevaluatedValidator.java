package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.Iterator;
import java.util.Map;

/**
 * {@code unevaluatedProperties} and {@code unevaluatedItems}: for what no other keyword of the
 * schema or of the schemas that it is composed of was applied to.
 */
final class UnevaluatedValidator extends ApplicatorValidator {

  private final Schema schema;
  private final Evaluated evaluated;

  UnevaluatedValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    schema = subschema();
    evaluated = new Evaluated(parent, context);
  }

  @Override
  public void validate(
      ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    boolean properties = getKeyword().equals("unevaluatedProperties");
    if (properties ? !node.isObject() : !node.isArray()) {
      return;
    }
    Evaluated.Parts done = evaluated.parts((Validation) context, node, instanceLocation);
    if (properties) {
      for (Iterator<Map.Entry<String, JsonNode>> entries = node.properties().iterator();
          entries.hasNext(); ) {
        Map.Entry<String, JsonNode> entry = entries.next();
        if (!done.has(entry.getKey())) {
          NodePath location = instanceLocation.append(entry.getKey());
          schema.validate(context, entry.getValue(), rootNode, location);
        }
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        if (!done.has(i)) {
          schema.validate(context, node.get(i), rootNode, instanceLocation.append(i));
        }
      }
    }
  }
}
