package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code properties}. Here as the validator's own asks each value for every property that the
 * schema names, be there ever so few in the value.
 */
final class PropertiesValidator extends ApplicatorValidator {

  private final Map<String, Schema> schemas = new LinkedHashMap<>();

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
    boolean fewerInValue = node.size() < schemas.size();
    validation.budget().worked((fewerInValue ? node.size() : schemas.size()) / 4);
    if (fewerInValue) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        Schema schema = schemas.get(entry.getKey());
        if (schema != null) {
          property(
              validation, entry.getKey(), schema, entry.getValue(), rootNode, instanceLocation);
        }
      }
      return;
    }
    for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
      JsonNode value = node.get(entry.getKey());
      if (value != null) {
        property(validation, entry.getKey(), entry.getValue(), value, rootNode, instanceLocation);
      }
    }
  }

  private static void property(
      Validation validation,
      String name,
      Schema schema,
      JsonNode value,
      JsonNode rootNode,
      NodePath location) {
    if (validation.evaluated() != null) {
      validation.evaluated().add(name);
    }
    validation.evaluationPathAddLast(name);
    validation.memberMeets(schema, value, rootNode, location.append(name));
    validation.evaluationPathRemoveLast();
  }
}
