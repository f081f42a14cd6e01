package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which parts of a value a schema applies keywords to, itself or through the schemas that it is
 * composed of and that the value meets.
 */
final class Evaluated {

  private static final List<String> COMPOSED = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> SINGLE = List.of("not", "if");
  private static final List<String> DEPENDENT = List.of("dependentSchemas", "dependencies");

  private final Schema owner;
  private final SchemaContext context;
  private final boolean since2020;
  private final Map<String, RegularExpression> patterns = new ConcurrentHashMap<>();
  private final Map<JsonNode, Schema> validators =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Evaluated(Schema owner, SchemaContext context) {
    this.owner = owner;
    this.context = context;
    this.since2020 = Dialects.hasPrefixItems(context);
  }

  /** Names of properties and indexes of items, or all there are. */
  static final class Parts {
    private final Set<Object> some = new HashSet<>();
    private boolean all;

    boolean has(Object part) {
      return all || some.contains(part);
    }
  }

  Parts parts(Validation validation, JsonNode value, NodePath location) {
    Parts parts = new Parts();
    Set<JsonNode> path = Collections.newSetFromMap(new IdentityHashMap<>());
    new Walk(validation, value, location, parts, path).composed(owner.getSchemaNode());
    return parts;
  }

  private final class Walk {
    private final Validation validation;
    private final JsonNode value;
    private final NodePath location;
    private final Parts parts;
    private final Set<JsonNode> path;

    Walk(
        Validation validation, JsonNode value, NodePath location, Parts parts, Set<JsonNode> path) {
      this.validation = validation;
      this.value = value;
      this.location = location;
      this.parts = parts;
      this.path = path;
    }

    /** A schema that is part of another for the same value. */
    private void part(JsonNode schema) {
      if (schema == null || !schema.isObject() || parts.all || !path.add(schema)) {
        return;
      }
      boolean object = value.isObject();
      if (schema.has(object ? "unevaluatedProperties" : "unevaluatedItems")) {
        parts.all = true;
      } else {
        composed(schema);
      }
      path.remove(schema);
    }

    private void composed(JsonNode schema) {
      if (value.isObject()) {
        properties(schema);
      } else {
        items(schema);
      }
      for (String keyword : ReferenceValidator.KEYWORDS) {
        if (schema.get(keyword) instanceof POJONode reference) {
          Schema target = ((Reference) reference.getPojo()).resolve(validation);
          validators.putIfAbsent(target.getSchemaNode(), target);
          partIfValid(target.getSchemaNode());
        }
      }
      for (String keyword : COMPOSED) {
        for (JsonNode subschema : schema.path(keyword)) {
          partIfValid(subschema);
        }
      }
      for (String keyword : SINGLE) {
        partIfValid(schema.get(keyword));
      }
      if (schema.has("if")) {
        partIfValid(schema.get(isValid(schema.get("if")) ? "then" : "else"));
      }
      for (String keyword : DEPENDENT) {
        dependent(schema.path(keyword));
      }
    }

    private void dependent(JsonNode schemas) {
      for (Iterator<Map.Entry<String, JsonNode>> all = schemas.properties().iterator();
          all.hasNext(); ) {
        Map.Entry<String, JsonNode> entry = all.next();
        if (value.has(entry.getKey()) && !entry.getValue().isArray()) {
          partIfValid(entry.getValue());
        }
      }
    }

    private void properties(JsonNode schema) {
      if (schema.has("additionalProperties")) {
        parts.all = true;
        return;
      }
      for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (schema.path("properties").has(name) || matches(schema, name)) {
          parts.some.add(name);
        }
      }
    }

    private boolean matches(JsonNode schema, String name) {
      Iterator<String> regexes = schema.path("patternProperties").fieldNames();
      while (regexes.hasNext()) {
        String regex = regexes.next();
        if (patterns
            .computeIfAbsent(regex, r -> RegularExpression.compile(r, context))
            .matches(name)) {
          return true;
        }
      }
      return false;
    }

    private void items(JsonNode schema) {
      JsonNode items = schema.get("items");
      boolean tuple = items != null && items.isArray();
      if (items != null && !tuple || tuple && schema.has("additionalItems")) {
        parts.all = true;
        return;
      }
      int listed = since2020 ? schema.path("prefixItems").size() : tuple ? items.size() : 0;
      for (int i = 0; i < Math.min(listed, value.size()); i++) {
        parts.some.add(i);
      }
      if (since2020 && schema.has("contains")) {
        for (int i = 0; i < value.size(); i++) {
          if (isValid(schema.get("contains"), value.get(i), location.append(i))) {
            parts.some.add(i);
          }
        }
      }
    }

    private void partIfValid(JsonNode schema) {
      if (schema != null && schema.isObject() && isValid(schema)) {
        part(schema);
      }
    }

    private boolean isValid(JsonNode schema) {
      return isValid(schema, value, location);
    }

    private boolean isValid(JsonNode schema, JsonNode instance, NodePath at) {
      Schema validator =
          validators.computeIfAbsent(
              schema, node -> context.newSchema(owner.getSchemaLocation(), node, owner));
      return validation.meets(validator, instance, at);
    }
  }
}
