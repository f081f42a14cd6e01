package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * {@code properties}. Here as the validator's own asks each value for every property that the
 * schema names, be there ever so few in the value.
 */
final class PropertiesValidator extends ApplicatorValidator {

  private final Map<String, Schema> schemas = new HashMap<>();

  PropertiesValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    for (Map.Entry<String, JsonNode> entry : schemaNode.properties()) {
      schemas.put(entry.getKey(), subschema(location.append(entry.getKey()), entry.getValue()));
    }
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isObject()) {
      return;
    }
    JsonNode fewer = node.size() < schemas.size() ? node : schemaNode;
    validation.budget().worked(fewer.size() / 4);
    for (Iterator<String> names = fewer.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      Schema schema = schemas.get(name);
      JsonNode value = node.get(name);
      if (schema == null || value == null) {
        continue;
      }
      if (validation.evaluated() != null) {
        validation.evaluated().add(name);
      }
      validation.evaluationPathAddLast(name);
      validation.memberMeets(schema, value, rootNode, instanceLocation.append(name));
      validation.evaluationPathRemoveLast();
    }
  }
}
