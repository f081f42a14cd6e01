package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code patternProperties}. Here so that matching counts. */
final class PatternPropertiesValidator extends ApplicatorValidator {

  private final Map<TextPattern, Schema> schemas = new LinkedHashMap<>();

  PatternPropertiesValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    for (Map.Entry<String, JsonNode> entry : schemaNode.properties()) {
      schemas.put(
          ((PartsContext) context).pattern(entry.getKey()),
          subschema(location.append(entry.getKey()), entry.getValue()));
    }
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isObject()) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      schemas.forEach(
          (pattern, schema) -> {
            if (!pattern.matches(name, validation.budget())) {
              return;
            }
            if (validation.evaluated() != null) {
              validation.evaluated().add(name);
            }
            validation.evaluationPathAddLast(pattern.text());
            validation.memberMeets(
                schema, entry.getValue(), rootNode, instanceLocation.append(name));
            validation.evaluationPathRemoveLast();
          });
    }
  }
}
