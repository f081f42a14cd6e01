package dev.pintle.schema;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Schemas and values of any size, one kind of each keyword that may take long.
 *
 * @param name what grows
 * @param schema by size
 * @param values by size
 */
record HostileSchemas(String name, IntFunction<String> schema, IntFunction<String> values) {

  private static final String ITEMS = "{\"properties\":{\"a\":{\"items\":%s}}}";
  private static final String A = "{\"properties\":{\"a\":%s}}";

  /** Kinds whose work grows in proportion to their size. */
  static List<HostileSchemas> linear() {
    return List.of(
        kind("enum x items", ITEMS, "{\"enum\":[%s]}", i -> i, "[%s]", i -> i),
        kind("enum of objects x items", ITEMS, "{\"enum\":[%s]}", i -> k(i), "[%s]", i -> k(i)),
        kind("enum of strings x numbers", ITEMS, "{\"enum\":[%s]}", i -> "\"" + i + ".0\"", i -> i),
        kind("enum of fractions", ITEMS, "{\"enum\":[%s]}", i -> "\"" + i + "/7\"", i -> i),
        kind("const object", A, "{\"const\":{%s}}", i -> p(i, i), "{%s}", i -> p(i, i)),
        kind("uniqueItems, numbers", A, "{\"uniqueItems\":true%s}", i -> "", i -> i + ".5"),
        kind("uniqueItems, objects", A, "{\"uniqueItems\":true%s}", i -> "", i -> k(i)),
        kind("required", A, "{\"required\":[%s]}", i -> "\"p" + i + "\"", "{%s}", i -> p(i, 1)),
        kind(
            "required, missing",
            A,
            "{\"required\":[%s]}",
            i -> "\"q" + i + "\"",
            "{%s}",
            i -> p(i, 1)),
        kind("properties", A, "{\"properties\":{%s}}", i -> p(i, true), "{%s}", i -> p(i, 1)),
        kind("properties x items", ITEMS, "{\"properties\":{%s}}", i -> p(i, true), i -> "{}"),
        kind(
            "additionalProperties",
            A,
            "{\"additionalProperties\":%s{}}",
            i -> "",
            "{%s}",
            i -> p(i, 1)),
        kind(
            "additional, not allowed",
            A,
            "{\"properties\":{%s},\"additionalProperties\":false}",
            i -> p(i, true),
            "{%s}",
            i -> p(-1 - i, 1)),
        kind(
            "patternProperties",
            A,
            "{\"patternProperties\":{\"^p.*9$\":{}%s}}",
            i -> "",
            "{%s}",
            i -> p(i, 1)),
        kind(
            "dependentRequired",
            A,
            "{\"dependentRequired\":{%s}}",
            i -> p(i, "[\"p0\",\"p1\"]"),
            "{%s}",
            i -> p(i, 1)),
        kind(
            "dependentRequired, missing",
            A,
            "{\"dependentRequired\":{%s}}",
            i -> p(i, "[\"q0\",\"q1\"]"),
            "{%s}",
            i -> p(i, 1)),
        kind(
            "dependentSchemas",
            A,
            "{\"dependentSchemas\":{%s}}",
            i -> p(i, "{\"minProperties\":1}"),
            "{%s}",
            i -> p(i, 1)),
        kind("contains", A, "{\"contains\":{\"const\":-1}%s}", i -> "", i -> i),
        kind(
            "minContains, maxContains",
            A,
            "{\"contains\":true,\"minContains\":5,\"maxContains\":9%s}",
            i -> "",
            i -> i),
        kind(
            "propertyNames",
            A,
            "{\"propertyNames\":{\"minLength\":1}%s}",
            i -> "",
            "{%s}",
            i -> p(i, 1)),
        kind(
            "unevaluatedProperties",
            A,
            "{\"allOf\":[{\"properties\":{%s}}],\"unevaluatedProperties\":false}",
            i -> p(i, true),
            "{%s}",
            i -> p(i, 1)),
        kind(
            "unevaluatedItems",
            A,
            "{\"anyOf\":[{\"contains\":{\"minimum\":5}}],\"unevaluatedItems\":{\"type\":\"number\"}%s}",
            i -> "",
            i -> i),
        kind("multipleOf, tiny", ITEMS, "{\"multipleOf\":1e-4000%s}", i -> "", i -> i + "e300"),
        kind("minimum, of many digits", ITEMS, "{\"minimum\":1e4000%s}", i -> "", i -> i),
        kind(
            "anyOf x items",
            ITEMS,
            "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]%s}",
            i -> "",
            i -> i),
        kind(
            "oneOf x items",
            ITEMS,
            "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]%s}",
            i -> "",
            i -> i),
        kind("allOf", A, "{\"allOf\":[%s]}", i -> "{\"type\":\"array\"}", i -> i),
        kind("prefixItems", A, "{\"prefixItems\":[%s]}", i -> "{\"type\":\"number\"}", i -> i),
        kind(
            "if",
            ITEMS,
            "{\"if\":{\"type\":\"string\"},\"then\":false,\"else\":{\"minimum\":0}%s}",
            i -> "",
            i -> i),
        kind("not", ITEMS, "{\"not\":{\"type\":\"string\"}%s}", i -> "", i -> i),
        kind(
            "$ref",
            A,
            "{\"$defs\":{%s},\"items\":{\"$ref\":\"#/properties/a/$defs/p1\"}}",
            i -> p(i, "{\"minimum\":0}"),
            i -> i),
        kind("$id", A, "{\"$defs\":{%s}}", i -> p(i, "{\"$id\":\"http://x/" + i + "\"}"), i -> i),
        kind("$anchor", A, "{\"$defs\":{%s}}", i -> p(i, "{\"$anchor\":\"x" + i + "\"}"), i -> i),
        kind("patterns", A, "{\"allOf\":[%s]}", i -> "{\"pattern\":\"^x" + i + "$\"}", i -> i),
        kind("format", ITEMS, "{\"format\":\"email\"%s}", i -> "", i -> "\"x@y" + i + ".z\""),
        new HostileSchemas(
            "pattern x text",
            n -> A.formatted("{\"pattern\":\"^(([a-z])+.)+[A-Z]([a-z])+$\"}"),
            n -> "{\"a\":\"" + "a".repeat(n * 10) + "\"}"),
        new HostileSchemas(
            "email of many labels",
            n ->
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"properties\":{\"a\":{\"format\":\"email\"}}}",
            n -> "{\"a\":\"x@" + "a.".repeat(n * 10) + "b\"}"));
  }

  private static String k(int i) {
    return "{\"k\":[" + i + "]}";
  }

  private static String p(int i, Object value) {
    return "\"p" + i + "\":" + value;
  }

  private static HostileSchemas kind(
      String name, String place, String schema, IntFunction<?> parts, IntFunction<?> items) {
    return kind(name, place, schema, parts, "[%s]", items);
  }

  private static HostileSchemas kind(
      String name,
      String place,
      String schema,
      IntFunction<?> parts,
      String values,
      IntFunction<?> items) {
    return new HostileSchemas(
        name,
        n -> place.formatted(schema.formatted(joined(n, parts))),
        n -> "{\"a\":" + values.formatted(joined(n, items)) + "}");
  }

  private static String joined(int n, IntFunction<?> part) {
    return part.apply(0).equals("")
        ? ""
        : IntStream.range(0, n)
            .mapToObj(i -> part.apply(i).toString())
            .collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return name;
  }
}
