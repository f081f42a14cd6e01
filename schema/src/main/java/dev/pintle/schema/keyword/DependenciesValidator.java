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
 * {@code dependencies}, {@code dependentSchemas} and {@code dependentRequired}: what holds for an
 * object that has some property. Here as the validator's own reports each name that is missing with
 * all the others.
 */
final class DependenciesValidator extends ApplicatorValidator {

  private final Map<String, Schema> schemas = new HashMap<>();

  DependenciesValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    for (Map.Entry<String, JsonNode> entry : schemaNode.properties()) {
      if (!entry.getValue().isArray()) {
        schemas.put(entry.getKey(), subschema(location.append(entry.getKey()), entry.getValue()));
      }
    }
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isObject()) {
      return;
    }
    boolean lacks = false;
    JsonNode fewer = node.size() < schemaNode.size() ? node : schemaNode;
    for (Iterator<String> names = fewer.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      validation.budget().step();
      JsonNode dependency = schemaNode.get(name);
      if (dependency == null || !node.has(name)) {
        continue;
      }
      if (dependency.isArray()) {
        lacks |= RequiredValidator.lacks(node, dependency, validation.budget());
        continue;
      }
      validation.evaluationPathAddLast(name);
      validation.meets(schemas.get(name), node, rootNode, instanceLocation);
      validation.evaluationPathRemoveLast();
    }
    if (lacks) {
      report(validation, node, instanceLocation, Map.of());
    }
  }
}
