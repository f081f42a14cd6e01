package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import dev.pintle.limit.Budget;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * {@code additionalProperties}: for what neither {@code properties} nor {@code patternProperties}
 * name. Here as the validator's own leaves keys out that start with {@code #}; and what is not
 * allowed is one error with all the names.
 */
final class AdditionalPropertiesValidator extends ApplicatorValidator {

  private final JsonNode properties;
  private final List<TextPattern> patterns = new ArrayList<>();
  private final Schema schema;

  /** What {@code properties} names, for errors. */
  private final List<String> known = new ArrayList<>();

  AdditionalPropertiesValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    JsonNode owner = parent.getSchemaNode();
    properties = owner.path("properties");
    for (Iterator<String> names = owner.path("patternProperties").fieldNames(); names.hasNext(); ) {
      patterns.add(((PartsContext) context).pattern(names.next()));
    }
    schema = schemaNode.isBoolean() ? null : subschema();
    if (schema == null) {
      properties.fieldNames().forEachRemaining(known::add);
    }
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isObject()) {
      return;
    }
    if (validation.evaluated() != null) {
      validation.evaluated().addAll();
    }
    if (schema == null && schemaNode.booleanValue()) {
      return;
    }
    List<String> unwanted = null;
    validation.budget().worked(node.size() / 4);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      if (properties.has(name) || matches(name, validation.budget())) {
        continue;
      } else if (schema != null) {
        validation.memberMeets(schema, entry.getValue(), rootNode, instanceLocation.append(name));
      } else {
        unwanted = unwanted == null ? new ArrayList<>() : unwanted;
        unwanted.add(name);
      }
    }
    if (unwanted != null) {
      validation.report().add(Validation.PART_BYTES * unwanted.size());
      report(validation, node, instanceLocation, Map.of("properties", unwanted, "known", known));
    }
  }

  private boolean matches(String name, Budget budget) {
    for (TextPattern pattern : patterns) {
      if (pattern.matches(name, budget)) {
        return true;
      }
    }
    return false;
  }
}
