package dev.pintle.schema.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.limit.Budget;
import dev.pintle.schema.node.InstanceNodes;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;

/**
 * Turns the schema of a custom resource ({@code openAPIV3Schema}, a structural schema) into the
 * JSON Schema by which the API server's verdict is reached.
 *
 * <p>Rules in CEL ({@code x-kubernetes-validations}) are not part of it.
 */
final class StructuralSchema {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  // Keywords that mean in JSON Schema what they mean here, by what their value has to be.

  private static final List<String> NUMBERS =
      List.of(
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties");

  private static final List<String> FLAGS =
      List.of("exclusiveMinimum", "exclusiveMaximum", "uniqueItems");
  private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");

  /** Of the formats that the API server checks, those that JSON Schema has with the same sense. */
  private static final List<String> FORMATS =
      List.of("date", "date-time", "email", "hostname", "ipv4", "ipv6", "uri", "uuid");

  /** Go's durations, and those of ISO 8601 that kubeconform takes besides. */
  private static final String DURATION =
      "^([-+]?(0|([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+|P[0-9YMWDTHS]+)$";

  private final boolean strict;
  private final Budget budget;

  private StructuralSchema(boolean strict, Budget budget) {
    this.strict = strict;
    this.budget = budget;
  }

  /**
   * The JSON Schema, without the definitions of metadata to which it refers.
   *
   * @param strict whether fields that the schema does not name are errors
   * @param budget counts the work
   */
  static ObjectNode convert(Table openApi, boolean strict, Budget budget) {
    ObjectNode root = new StructuralSchema(strict, budget).schema(openApi);
    root.put("type", "object");
    asResource(root);
    return root;
  }

  /** What every object has: these are checked even where a schema does not mention them. */
  private static void asResource(ObjectNode schema) {
    ObjectNode properties =
        schema.get("properties") instanceof ObjectNode given
            ? given
            : schema.putObject("properties");
    properties.putObject("apiVersion").put("type", "string");
    properties.putObject("kind").put("type", "string");
    JsonNode restricted = properties.path("metadata").path("properties");
    ObjectNode metadata = properties.putObject("metadata");
    metadata.put("type", "object").put("$ref", BuiltInKinds.metadataReference());
    if (restricted.isObject()) {
      metadata.set("properties", restricted);
    }
  }

  private ObjectNode schema(Table given) {
    ObjectNode schema = values(given);
    boolean open = isTrue(given, "x-kubernetes-preserve-unknown-fields");
    boolean object = "object".equals(given.get("type"));
    if (given.get("properties") instanceof Table properties) {
      ObjectNode converted = schema.putObject("properties");
      for (Table.Slot slot : properties.sorted()) {
        if (slot.getValue() instanceof Table inner) {
          converted.set(slot.getKey(), schema(inner));
        }
      }
    }
    if (given.get("additionalProperties") instanceof Table inner) {
      schema.set("additionalProperties", schema(inner));
    } else if (strict && object && !open && !isTrue(given, "additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    if (given.get("items") instanceof Table inner) {
      schema.set("items", schema(inner));
    }
    if (isTrue(given, "x-kubernetes-embedded-resource")) {
      asResource(schema);
    }
    types(schema, given);
    return schema;
  }

  /**
   * A null is a value here, unless it is allowed, or there is a default that takes its place before
   * the object is checked.
   */
  private static void types(ObjectNode schema, Table given) {
    ArrayNode types = NODES.arrayNode();
    if (isTrue(given, "x-kubernetes-int-or-string")) {
      types.add("integer").add("string");
    } else if (given.get("type") instanceof String type && !type.isEmpty()) {
      types.add(type);
    } else {
      return;
    }
    if (isTrue(given, "nullable") || given.get("default") != null) {
      types.add("null");
      if (schema.get("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
    schema.set("type", types);
  }

  /** The keywords that say something of the value itself; in these nothing is unknown. */
  private ObjectNode values(Table given) {
    budget.step();
    ObjectNode schema = NODES.objectNode();
    for (String keyword : NUMBERS) {
      copy(given, keyword, schema, given.get(keyword) instanceof Number);
    }
    copy(given, "multipleOf", schema, given.get("multipleOf") instanceof Number n && !isZero(n));
    for (String keyword : FLAGS) {
      copy(given, keyword, schema, given.get(keyword) instanceof Boolean);
    }
    copy(given, "enum", schema, given.get("enum") instanceof Sequence);
    copy(given, "required", schema, given.get("required") instanceof Sequence s && isNames(s));
    copy(given, "pattern", schema, given.get("pattern") instanceof String);
    copy(given, "format", schema, given.get("format") instanceof String f && FORMATS.contains(f));
    if ("duration".equals(given.get("format"))) {
      schema.putArray("allOf").addObject().put("pattern", DURATION);
    }
    for (String keyword : ALTERNATIVES) {
      if (given.get(keyword) instanceof Sequence schemas && !isIntOrString(given, keyword)) {
        ArrayNode list = schema.withArray(keyword);
        schemas.forEach(inner -> list.add(alternative(inner)));
      }
    }
    if (given.get("not") instanceof Table inner) {
      schema.set("not", alternative(inner));
    }
    return schema;
  }

  /** Says of integers and strings what their types say; of a null it would say no. */
  private static boolean isIntOrString(Table given, String keyword) {
    return keyword.equals("anyOf") && isTrue(given, "x-kubernetes-int-or-string");
  }

  private ObjectNode alternative(Object given) {
    if (!(given instanceof Table table)) {
      return NODES.objectNode();
    }
    ObjectNode schema = values(table);
    if (table.get("properties") instanceof Table properties) {
      ObjectNode converted = schema.putObject("properties");
      for (Table.Slot slot : properties.sorted()) {
        converted.set(slot.getKey(), alternative(slot.getValue()));
      }
    }
    for (String keyword : List.of("items", "additionalProperties")) {
      if (table.get(keyword) instanceof Table inner) {
        schema.set(keyword, alternative(inner));
      }
    }
    types(schema, table);
    return schema;
  }

  private void copy(Table given, String keyword, ObjectNode schema, boolean fits) {
    if (fits) {
      schema.set(keyword, InstanceNodes.of(given.get(keyword), budget));
    }
  }

  private static boolean isZero(Number number) {
    return number.doubleValue() == 0;
  }

  private static boolean isNames(Sequence sequence) {
    return sequence.stream().allMatch(String.class::isInstance);
  }

  private static boolean isTrue(Table given, String keyword) {
    return Boolean.TRUE.equals(given.get(keyword));
  }
}
