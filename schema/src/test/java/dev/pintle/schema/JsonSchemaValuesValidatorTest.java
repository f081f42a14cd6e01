package dev.pintle.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.validate.ValuesValidator.Report;
import dev.pintle.values.GoInt;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaValuesValidatorTest {

  private static final String FILE = "top/values.schema.json";

  private final JsonSchemaValuesValidator validator = new JsonSchemaValuesValidator();

  private static Budget budget(Limits limits) {
    return new Budget(limits, "the schema");
  }

  private Report check(String schema, Object a) {
    Table values = new Table();
    values.put("a", a, new Position("values.yaml", 1, 4));
    return validator.validate(GoStrings.toBytes(schema), values, FILE, budget(Limits.defaults()));
  }

  private static String report(JsonSchemaValuesValidator validator, String schema, String values)
      throws JsonException {
    return report(validator, schema, values, Limits.defaults());
  }

  private static String report(
      JsonSchemaValuesValidator validator, String schema, String values, Limits limits)
      throws JsonException {
    return validator
        .validate(GoStrings.toBytes(schema), (Table) JsonReader.read(values), FILE, budget(limits))
        .helmReport();
  }

  @Test
  void isFoundAsService() {
    assertThat(ServiceLoader.load(ValuesValidator.class))
        .hasAtLeastOneElementOfType(JsonSchemaValuesValidator.class);
  }

  @ParameterizedTest
  @CsvSource({"3.0, true", "3.5, false", "1e300, true"})
  void takesFloatsWithoutFractionForIntegers(double value, boolean valid) {
    String schema = "{\"properties\":{\"a\":{\"type\":\"integer\"}}}";
    assertThat(check(schema, value).isValid()).isEqualTo(valid);
  }

  @Test
  void takesAllKindsOfIntegers() {
    String schema = "{\"properties\":{\"a\":{\"type\":\"integer\",\"maximum\":1}}}";
    String expected = "- at '/a': maximum: got 70,000, want 1\n";
    assertThat(check(schema, 70_000L).helmReport()).isEqualTo(expected);
    assertThat(check(schema, GoInt.of(70_000)).helmReport()).isEqualTo(expected);
    assertThat(check(schema, 70_000.0).helmReport()).isEqualTo(expected);
  }

  @Test
  void listsAnObjectsFaultsByName() throws JsonException {
    String schema =
        "{\"additionalProperties\":{\"type\":\"null\"},\"propertyNames\":{\"maxLength\":1}}";
    assertThat(report(validator, schema, "{\"é\":1,\"z\":1,\"B\":1,\"a\":1,\"bb\":null}"))
        .isEqualTo(
            """
            - at '/B': got number, want null
            - at '/a': got number, want null
            - at '/z': got number, want null
            - at '/é': got number, want null
            - at '': invalid propertyName 'bb'
              - at '': maxLength: got 2, want 1
            """);
    assertThat(report(validator, "{\"additionalProperties\":false}", "{\"z\":1,\"B\":1,\"a\":1}"))
        .isEqualTo("- at '': additional properties 'B', 'a', 'z' not allowed\n");
  }

  @Test
  void theTimeToReadANumberDoesNotGrowWithTheSquareOfItsLength() {
    String digits = "1".repeat(5_000_000);
    assertThat(check("{\"properties\":{\"a\":{\"const\":1}}}", digits).isValid()).isFalse();
    String addresses =
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\","
            + "\"properties\":{\"a\":{\"format\":\"ipv4\"}}}";
    assertThat(check(addresses, "1.2.3." + digits).isValid()).isFalse();
  }

  // ---- diagnostics ----

  @Test
  void tellsWhereTheValueWasRead() {
    Table inner = new Table();
    inner.put("port", "x", new Position("values.yaml", 3, 9));
    Position[] places = {new Position("values.yaml", 7, 5), new Position("values.yaml", 8, 5)};
    inner.put("list", Sequence.read(new Object[] {1.0, "x"}, places), null);
    Table values = new Table();
    values.put("service", inner, new Position("values.yaml", 2, 3));
    String schema =
        """
        {"properties": {"service": {
          "required": ["name"],
          "additionalProperties": false,
          "properties": {"list": {"items": {"type": "integer"}}}}}}
        """;

    List<Diagnostic> diagnostics =
        validator
            .validate(GoStrings.toBytes(schema), values, FILE, budget(Limits.defaults()))
            .diagnostics();

    assertThat(diagnostics)
        .extracting(Diagnostic::kind, Diagnostic::message, d -> d.position().toString())
        .containsExactly(
            tuple(Kind.SCHEMA, "at '/service': missing property 'name'", "values.yaml:2:3"),
            tuple(Kind.SCHEMA, "at '/service/list/1': got string, want integer", "values.yaml:8:5"),
            tuple(
                Kind.SCHEMA,
                "at '/service': additional properties 'port' not allowed",
                "values.yaml:3:9"));
  }

  @Test
  void tellsOfAlternativesInANote() {
    Diagnostic diagnostic =
        check("{\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"null\"},{\"minimum\":5}]}}}", 1.0)
            .diagnostics()
            .get(0);
    assertThat(diagnostic.message()).isEqualTo("at '/a': 'anyOf' failed");
    assertThat(diagnostic.note())
        .isEqualTo("- at '/a': got number, want null\n- at '/a': minimum: want 5");
  }

  @Test
  void blamesTheSchemaFileForItsOwnFaults() {
    Report report = check("{\"type\":", 1.0);
    assertThat(report.helmReport()).isEqualTo("unexpected EOF");
    assertThat(report.diagnostics())
        .extracting(Diagnostic::kind, Diagnostic::position)
        .containsExactly(tuple(Kind.SCHEMA, new Position(FILE, 0, 0)));
  }

  @Test
  void warnsOfNamesThatNobodyResolved() {
    Report report = check("{\"$ref\":\"urn:example:x\"}", 1.0);
    assertThat(report.isValid()).isTrue();
    assertThat(report.diagnostics()).extracting(Diagnostic::kind).containsExactly(Kind.WARNING);
  }

  // ---- references to elsewhere ----

  @ParameterizedTest
  @CsvSource({
    "other.json,                  file:///other.json",
    "../../etc/passwd,            file:///etc/passwd",
    "file:///dev/zero,            file:///dev/zero",
    "http://example.com/x.json#/a, http://example.com/x.json",
    "https://json-schema.org/x,   https://json-schema.org/x",
    "//example.com/x,             file://example.com/x",
  })
  void readsNothingOutsideOfTheSchema(String reference, String url) {
    String schema = "{\"properties\":{\"a\":{\"$ref\":\"" + reference + "\"}}}";
    assertThat(check(schema, 1.0).helmReport())
        .isEqualTo(
            "failing loading \""
                + url
                + "\": schemas outside of the chart's values.schema.json are not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classpath:/draft-07/schema", "jar:file:/x!/y", "ftp://x/y", "draft-07"})
  void knowsNoOtherWaysToLoad(String reference) {
    assertThat(check("{\"$schema\":\"" + reference + "\"}", 1.0).helmReport())
        .isEqualTo(
            "failing loading \""
                + reference
                + "\": no URLLoader registered for \""
                + reference
                + "\"");
  }

  @Test
  void asksTheResolver() throws JsonException {
    SchemaResolver resolver =
        url ->
            switch (url) {
              case "http://example.com/port.json" ->
                  GoStrings.toBytes("{\"$defs\":{\"p\":{\"maximum\":9,\"$ref\":\"int.json\"}}}");
              case "http://example.com/int.json" -> GoStrings.toBytes("{\"type\":\"integer\"}");
              case "urn:example:text" -> GoStrings.toBytes("{\"type\":\"string\"}");
              default -> null;
            };
    var resolving = new JsonSchemaValuesValidator(resolver);
    String schema =
        """
        {"properties": {"a": {"$ref": "http://example.com/port.json#/$defs/p"},
                        "b": {"$ref": "urn:example:text"}}}
        """;
    assertThat(report(resolving, schema, "{\"a\":10,\"b\":1}"))
        .isEqualTo("- at '/a': maximum: got 10, want 9\n- at '/b': got number, want string\n");
    assertThat(report(resolving, schema, "{\"a\":\"x\"}"))
        .isEqualTo("- at '/a': got string, want integer\n");
  }

  @Test
  void checksWhatTheResolverGives() throws JsonException {
    var resolving = new JsonSchemaValuesValidator(url -> GoStrings.toBytes("{\"type\":5"));
    assertThat(report(resolving, "{\"$ref\":\"x.json\"}", "{}")).isEqualTo("unexpected EOF");
  }

  // ---- limits ----

  @Test
  void endsReferencesThatAreNestedTooDeeply() throws JsonException {
    String schema = "{\"properties\":{\"a\":{\"$ref\":\"#\"}},\"type\":\"object\"}";
    String values = "{\"a\":".repeat(201) + "{}" + "}".repeat(201);
    assertThat(report(validator, schema, values))
        .isEqualTo("schema references are nested deeper than 200 levels");
    Limits patient = Limits.defaults().with(Limit.SCHEMA_REFERENCE_DEPTH, 300);
    assertThat(report(validator, schema, values, patient)).isEmpty();
  }

  @Test
  void findsWhatIsNotEvaluatedInOnePass() throws JsonException {
    String schema =
        """
        {"$ref": "#/$defs/x", "unevaluatedProperties": false,
         "$defs": {"x": {"properties": {"a": {"$ref": "#"}}}}}
        """;
    String values = "{\"a\":".repeat(80) + "{}" + "}".repeat(80);
    Limits few = Limits.defaults().with(Limit.SCHEMA_REFERENCES, 200);
    assertThat(report(validator, schema, values, few)).isEmpty();
  }

  @Test
  void endsReferencesThatMultiply() throws JsonException {
    String definitions =
        IntStream.range(0, 64)
            .mapToObj(
                i ->
                    "\"d%d\":{\"allOf\":[%s,%<s]}"
                        .formatted(i, "{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}"))
            .collect(Collectors.joining(","));
    String schema = "{\"$ref\":\"#/$defs/d0\",\"$defs\":{" + definitions + ",\"d64\":{}}}";
    Limits impatient = Limits.defaults().with(Limit.SCHEMA_REFERENCES, 10_000);
    assertThat(report(validator, schema, "{}", impatient))
        .isEqualTo("schema references were followed more than 10000 times");
  }

  @ParameterizedTest
  @ValueSource(ints = {490, 12_000, 100_000})
  void endsSchemasThatAreNestedTooDeeply(int depth) throws JsonException {
    for (String level : List.of("{\"not\":%s}", "{\"allOf\":[%s]}", "[%s]")) {
      String open = level.substring(0, level.indexOf('%'));
      String close = level.substring(level.indexOf('s', level.indexOf('%')) + 1);
      String schema = open.repeat(depth) + "{}" + close.repeat(depth);
      String report = report(validator, "{\"x\":" + schema + "}", "{}");
      assertThat(report)
          .satisfiesAnyOf(
              r -> assertThat(r).isEmpty(),
              r -> assertThat(r).contains("exceeded max depth"),
              r -> assertThat(r).contains("nest"));
      assertThat(report(validator, schema, "{}")).doesNotContain("Error");
    }
  }

  @Test
  void endsValuesThatAreNestedTooDeeply() {
    Object value = "x";
    for (int i = 0; i < 100_000; i++) {
      value = Sequence.of(value);
    }
    assertThat(check("{\"$ref\":\"#/x\",\"x\":{}}", value).helmReport())
        .isEqualTo("values are nested deeper than 1000 levels");
  }

  @Test
  void matchesExpressionsInLinearTime() throws JsonException {
    String schema = "{\"properties\":{\"a\":{\"pattern\":\"^(([a-z])+.)+[A-Z]([a-z])+$\"}}}";
    String values = "{\"a\":\"" + "a".repeat(50_000) + "\"}";
    assertThat(report(validator, schema, values)).startsWith("- at '/a': 'aaa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000000", "-1e-1000000000", "1e99999999999999999999"})
  void keepsNumbersInBounds(String number) {
    String schema = "{\"properties\":{\"a\":{\"minimum\":" + number + "}}}";
    assertThat(check(schema, 1.0).helmReport()).isEqualTo("number out of range: " + number);
  }

  @Test
  void compilesASchemaOncePerArray() {
    byte[] schema = GoStrings.toBytes("{\"required\":[\"b\"]}");
    Table values = new Table();
    for (int i = 0; i < 3; i++) {
      assertThat(validator.validate(schema, values, FILE, budget(Limits.defaults())).helmReport())
          .isEqualTo("- at '': missing property 'b'\n");
    }
    schema[0] = 'x'; // what was compiled does not look at the bytes again
    assertThat(validator.validate(schema, values, FILE, budget(Limits.defaults())).helmReport())
        .isEqualTo("- at '': missing property 'b'\n");
    assertThat(
            validator
                .validate(schema.clone(), values, FILE, budget(Limits.defaults()))
                .helmReport())
        .isEqualTo("invalid character 'x' looking for beginning of value");
  }

  @Test
  void servesThreadsAtOnce() {
    byte[] schema =
        GoStrings.toBytes(
            "{\"$defs\":{\"x\":{\"properties\":{\"n\":{\"$ref\":\"#/$defs/x\"},\"v\":{\"type\":\"null\"}}}},"
                + "\"$ref\":\"#/$defs/x\",\"unevaluatedProperties\":false}");
    Table inner = new Table();
    inner.put("v", 1.0);
    Table values = new Table();
    values.put("n", inner);
    values.put("w", 1.0);
    List<String> reports =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i ->
                    validator
                        .validate(schema, values, FILE, budget(Limits.defaults()))
                        .helmReport())
            .distinct()
            .toList();
    assertThat(reports)
        .containsExactly(
            "- at '/n/v': got number, want null\n"
                + "- at '/n': false schema\n"
                + "- at '/w': false schema\n");
  }
}
