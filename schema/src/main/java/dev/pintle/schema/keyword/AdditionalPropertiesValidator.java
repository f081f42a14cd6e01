package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
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
  private final List<RegularExpression> patterns = new ArrayList<>();
  private final Schema schema;

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
      patterns.add(RegularExpression.compile(names.next(), context));
    }
    schema = schemaNode.isBoolean() ? null : subschema();
  }

  @Override
  public void validate(
      ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isObject() || schema == null && schemaNode.booleanValue()) {
      return;
    }
    List<String> unwanted = null;
    for (Iterator<Map.Entry<String, JsonNode>> entries = node.properties().iterator();
        entries.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = entries.next();
      String name = entry.getKey();
      if (properties.has(name) || matches(name)) {
        continue;
      } else if (schema != null) {
        schema.validate(context, entry.getValue(), rootNode, instanceLocation.append(name));
      } else {
        unwanted = unwanted == null ? new ArrayList<>() : unwanted;
        unwanted.add(name);
      }
    }
    if (unwanted != null) {
      List<String> known = new ArrayList<>();
      properties.fieldNames().forEachRemaining(known::add);
      report(context, node, instanceLocation, Map.of("properties", unwanted, "known", known));
    }
  }

  private boolean matches(String name) {
    for (RegularExpression pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }
}
