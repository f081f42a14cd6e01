package dev.pintle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.validate.ValuesValidator.Report;
import dev.pintle.values.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and values of strangers end in a report, or in an error that names a limit. */
class HostileSchemasTest {

  private static final Limits LIMITS =
      Limits.defaults()
          .with(Limit.STEPS, 2_000_000)
          .with(Limit.SCHEMA_REFERENCES, 20_000)
          .with(Limit.SCHEMA_BYTES, 8 << 20)
          .with(Limit.SCHEMA_REPORT_BYTES, 1 << 20);

  /** No work between two counts takes longer than that many steps. */
  private static final long MOST_AT_ONCE = 2_000_000;

  static Stream<Arguments> products() {
    return Stream.of(
        row(
            "steps",
            "anyOf x items",
            items(anyOf(500, "{\"type\":\"string\"},true")),
            numbers(20_000)),
        row(
            "schema-report-bytes",
            "anyOf x items, none met",
            items(anyOf(500, "{\"type\":\"string\"}")),
            numbers(20_000)),
        row(
            "schema-report-bytes",
            "oneOf x items, none met",
            items("{\"oneOf\":[" + times(500, "{\"type\":\"string\"}") + "]}"),
            numbers(20_000)),
        row(
            "steps",
            "allOf x items",
            items("{\"allOf\":[" + times(500, "{\"type\":\"number\"}") + "]}"),
            numbers(20_000)),
        row(
            "steps",
            "patternProperties x names",
            "{\"properties\":{\"a\":{\"patternProperties\":{"
                + numbered(500, "\"^p.*x%d$\":{}")
                + "}}}}",
            "{\"a\":{" + numbered(20_000, "\"p%d\":1") + "}}"),
        row(
            "steps",
            "additionalProperties x patterns",
            "{\"properties\":{\"a\":{\"additionalProperties\":false,\"patternProperties\":{"
                + numbered(500, "\"^p.*x%d$\":{}")
                + "}}}}",
            "{\"a\":{" + numbered(20_000, "\"p%d\":1") + "}}"),
        row(
            "schema-bytes",
            "many large patterns",
            "{\"allOf\":[" + numbered(500, "{\"pattern\":\"(a{1,200}b%d){1,1}\"}") + "]}",
            "{}"),
        row("schema-bytes", "many subschemas", "{\"allOf\":[" + times(50_000, "{}") + "]}", "{}"),
        row("schema-bytes", "many lists", "{\"default\":[" + times(200_000, "[]") + "]}", "{}"),
        row(
            "schema-bytes",
            "long names of schemas",
            "{\"properties\":{\""
                + "x".repeat(40_000)
                + "\":{\"allOf\":["
                + times(100, "{}")
                + "]}}}",
            "{}"),
        row("schema-bytes", "references into each other", overlapping(60, 2_000), "{}"),
        row("steps", "huge numbers", "{\"default\":[" + times(50_000, "1e4000") + "]}", "{}"),
        row(
            "steps",
            "a large pattern x a long text",
            "{\"properties\":{\"a\":{\"pattern\":\"(x+x+)+y\",\"allOf\":[{\"pattern\":\"(a|b|c|d|ab){0,900}$\"}]}}}",
            "{\"a\":\"" + "a".repeat(200_000) + "\"}"),
        row(
            "steps",
            "const x items",
            items("{\"allOf\":[" + times(100, "{\"const\":\"" + "x".repeat(5_000) + "\"}") + "]}"),
            "{\"a\":[" + times(2_000, "\"" + "x".repeat(5_000) + "\"") + "]}"),
        row(
            "steps",
            "minLength x texts",
            items("{\"allOf\":[" + times(500, "{\"minLength\":1}") + "]}"),
            "{\"a\":[" + times(5_000, "\"" + "x".repeat(500) + "\"") + "]}"),
        row(
            "steps",
            "uniqueItems, same hash",
            "{\"properties\":{\"a\":{\"uniqueItems\":true}}}",
            "{\"a\":[" + colliding(13) + "]}"),
        row(
            "schema-report-bytes",
            "required x items",
            items("{\"required\":[" + numbered(2_000, "\"q%d\"") + "]}"),
            "{\"a\":[" + times(2_000, "{}") + "]}"),
        row(
            "schema-report-bytes",
            "enum in messages",
            items("{\"enum\":[" + numbered(5_000, "%d") + "]}"),
            "{\"a\":[" + times(2_000, "\"x\"") + "]}"),
        row(
            "schema-report-bytes",
            "names that are not allowed",
            items("{\"allOf\":[" + times(50, "{\"additionalProperties\":false}") + "]}"),
            "{\"a\":[{" + numbered(2_000, "\"p%d\":1") + "}]}"),
        row(
            "schema-report-bytes",
            "values in messages",
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\","
                + items("{\"allOf\":[" + times(300, "{\"format\":\"ipv4\"}") + "]}").substring(1),
            "{\"a\":[\"" + "x".repeat(10_000) + "\"]}"),
        row("schema-references", "references that multiply", doubling(24), "{}"),
        row(
            "schema-references",
            "unevaluatedProperties that multiply",
            nestedUnevaluated(40),
            "{" + "\"a\":{".repeat(40) + "}".repeat(40) + "}"),
        row(
            "steps",
            "unevaluatedProperties x compositions",
            "{\"properties\":{\"a\":{\"unevaluatedProperties\":false,\"allOf\":["
                + times(500, "{\"additionalProperties\":true}")
                + ","
                + times(500, "{\"patternProperties\":{\"p\":true}}")
                + "]}}}",
            "{\"a\":{" + numbered(20_000, "\"p%d\":1") + "}}"));
  }

  @ParameterizedTest
  @MethodSource("products")
  void endsAtALimit(String limit, String name, String schema, String values) throws JsonException {
    Budget budget = new Budget(LIMITS, "checking the values");
    Diagnostic error = check(schema, values, budget).diagnostics().get(0);
    assertThat(error.kind()).as(error.message()).isEqualTo(Kind.LIMIT);
    assertThat(error.hints().toString()).contains("`" + limit + "`");
    assertThat(budget.steps()).isLessThan(LIMITS.of(Limit.STEPS) + MOST_AT_ONCE);
  }

  static List<HostileSchemas> kinds() {
    return HostileSchemas.linear();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void endsWithAReportOrAtALimit(HostileSchemas kind) throws JsonException {
    Budget budget = new Budget(LIMITS, "checking the values");
    Report report = check(kind.schema().apply(10_000), kind.values().apply(10_000), budget);
    assertThat(report.diagnostics())
        .allSatisfy(error -> assertThat(error.kind()).isIn(Kind.SCHEMA, Kind.LIMIT));
    assertThat(budget.steps()).isLessThan(LIMITS.of(Limit.STEPS) + MOST_AT_ONCE);
  }

  private static Report check(String schema, String values, Budget budget) throws JsonException {
    return new JsonSchemaValuesValidator()
        .validate(
            GoStrings.toBytes(schema),
            (Table) JsonReader.read(values),
            "values.schema.json",
            budget);
  }

  private static Arguments row(String limit, String name, String schema, String values) {
    return Arguments.of(limit, name, schema, values);
  }

  private static String items(String schema) {
    return "{\"properties\":{\"a\":{\"items\":" + schema + "}}}";
  }

  private static String anyOf(int times, String schemas) {
    return "{\"anyOf\":[" + times(times, "{\"type\":\"string\"}") + "," + schemas + "]}";
  }

  private static String numbers(int count) {
    return "{\"a\":[" + numbered(count, "%d") + "]}";
  }

  private static String times(int count, String part) {
    return (part + ",").repeat(count - 1) + part;
  }

  private static String numbered(int count, String part) {
    return IntStream.range(0, count).mapToObj(part::formatted).collect(Collectors.joining(","));
  }

  /** Strings of one hash: each letter pair is one of two with the same hash. */
  private static String colliding(int pairs) {
    return IntStream.range(0, 1 << pairs)
        .mapToObj(
            i ->
                "\""
                    + IntStream.range(0, pairs)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining())
                    + "\"")
        .collect(Collectors.joining(","));
  }

  /** Each reference leads to a schema with all those below it, and many more at the bottom. */
  private static String overlapping(int levels, int bottom) {
    String pointer = "#/$defs/x";
    StringBuilder references = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      references.append(i == 0 ? "" : ",").append("{\"$ref\":\"").append(pointer).append("\"}");
      pointer += "/properties/p";
    }
    return "{\"allOf\":["
        + references
        + "],\"$defs\":{\"x\":"
        + "{\"properties\":{\"p\":".repeat(levels)
        + "{\"allOf\":["
        + times(bottom, "{}")
        + "]}"
        + "}}".repeat(levels)
        + "}}";
  }

  private static String doubling(int levels) {
    String reference = "{\"$ref\":\"#/$defs/d%d\"}";
    String all =
        IntStream.range(0, levels)
            .mapToObj(
                i -> "\"d" + i + "\":{\"allOf\":[" + times(2, reference.formatted(i + 1)) + "]}")
            .collect(Collectors.joining(","));
    return "{\"$ref\":\"#/$defs/d0\",\"$defs\":{" + all + ",\"d" + levels + "\":{}}}";
  }

  /** Composed twice at each level, as Helm's library applies it, too. */
  private static String nestedUnevaluated(int levels) {
    String schema = "{}";
    for (int i = 0; i < levels; i++) {
      String a = "{\"properties\":{\"a\":{\"$ref\":\"#\"}}}";
      schema = "{\"allOf\":[" + a + "," + a + "],\"unevaluatedProperties\":false}";
    }
    return schema;
  }
}
