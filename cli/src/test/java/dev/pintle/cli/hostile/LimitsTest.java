package dev.pintle.cli.hostile;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit holds, and docs/limits.md says what it is. */
class LimitsTest {

  private static final Path PAGE = Path.of("../docs/limits.md");

  @TempDir Path directory;

  /**
   * A chart that needs something that is limited.
   *
   * @param enough a number that it is content with
   * @param tooLittle one that it is not
   */
  private record Need(long enough, long tooLittle, TestChart chart) {}

  private static Need need(long enough, long tooLittle, TestChart chart) {
    return new Need(enough, tooLittle, chart);
  }

  private static TestChart template(String text) {
    return new TestChart().with("templates/t.yaml", text);
  }

  private static final String TWO_TIMES_B =
      "dependencies:\n- {name: b, version: 1.x}\n- {name: b, version: 1.x, alias: c}\n";

  private static TestChart parent(String dependencies) {
    return new TestChart()
        .with("Chart.yaml", TestChart.CHART_YAML + dependencies)
        .with("charts/b/Chart.yaml", TestChart.CHART_YAML.replace("name: c", "name: b"))
        .with("charts/b/values.yaml", "x: {y: 1}\n");
  }

  private static final Map<Limit, Need> NEEDS =
      Map.ofEntries(
          entry(Limit.FILE_BYTES, need(1000, 999, new TestChart().with("a", "a".repeat(1000)))),
          entry(Limit.CHART_BYTES, need(3000, 999, new TestChart().with("a", "a".repeat(1000)))),
          entry(Limit.CHART_FILES, need(3, 2, new TestChart().with("a", "").with("b", ""))),
          entry(
              Limit.ARCHIVE_EXPANSION,
              need(2000, 100, new TestChart().with("a", "a".repeat(2 << 20)).packed())),
          entry(Limit.INPUT_BYTES, need(4, 3, new TestChart().given("a: 1"))),
          entry(Limit.CHART_DEPTH, need(2, 1, parent(""))),
          entry(Limit.YAML_DEPTH, need(3, 2, new TestChart().with("values.yaml", "a: [[1]]"))),
          entry(
              Limit.YAML_ALIASED_VALUES,
              need(100, 5, new TestChart().with("values.yaml", "a: &x [1, 2]\nb: *x\nc: *x\n"))),
          entry(Limit.SET_INDEX, need(10, 9, new TestChart().set("a[10]=1"))),
          entry(Limit.SET_DOTS, need(2, 1, new TestChart().set("a.b.c=1"))),
          entry(Limit.SET_DEPTH, need(3, 2, new TestChart().set("a[0][0][0]=1"))),
          entry(Limit.SET_COPIED, need(20, 19, new TestChart().set("a[9]=1,a[1]=1"))),
          entry(Limit.DEPENDENCIES, need(2, 1, parent(TWO_TIMES_B))),
          entry(Limit.CHARTS, need(20, 1, parent(TWO_TIMES_B))),
          entry(Limit.COALESCED_VALUES, need(100, 1, parent(TWO_TIMES_B))),
          entry(
              Limit.IMPORT_DEPTH,
              need(
                  10,
                  2,
                  parent(
                      "dependencies:\n- name: b\n  version: 1.x\n"
                          + "  import-values: [{child: x, parent: p.p.p.p}]\n"))),
          entry(Limit.SCHEMA_REFERENCE_DEPTH, need(2, 1, schema("#/$defs/a", "#/$defs/b"))),
          entry(Limit.SCHEMA_REFERENCES, need(2, 1, schema("#/$defs/a", "#/$defs/b"))),
          entry(Limit.SCHEMA_BYTES, need(20_000, 500, schema("#/$defs/a", "#/$defs/b"))),
          entry(
              Limit.SCHEMA_REPORT_BYTES,
              need(
                  1_000,
                  100,
                  new TestChart().with("values.schema.json", "{\"anyOf\":[false,true]}"))),
          entry(Limit.OUTPUT_BYTES, need(10, 9, template("# aaaaaaaa"))),
          entry(Limit.STEPS, need(100_000, 5_000, template("{{ range until 9000 }}{{ end }}"))),
          entry(Limit.MILLIS, need(600_000, 0, template("{{ range until 9000 }}{{ end }}"))),
          entry(
              Limit.CALL_DEPTH,
              need(
                  3,
                  2,
                  template(
                      "{{ define \"a\" }}{{ include \"b\" 1 }}{{ end }}{{ define \"b\" }}{{ end }}"
                          + "{{ include \"a\" 1 }}"))),
          entry(Limit.RESULT_BYTES, need(100, 99, template("# {{ repeat 100 \"x\" }}"))),
          entry(Limit.BUILT_BYTES, need(1000, 99, template("# {{ repeat 100 \"x\" }}"))),
          entry(Limit.PATTERN_LENGTH, need(5, 4, template("# {{ regexMatch \"abcde\" \"\" }}"))),
          entry(
              Limit.PATTERN_STEPS, need(1000, 20, template("# {{ regexMatch \"a{50}\" \"\" }}"))));

  private static TestChart schema(String first, String second) {
    return new TestChart()
        .with(
            "values.schema.json",
            "{\"$ref\":\"%s\",\"$defs\":{\"a\":{\"$ref\":\"%s\"},\"b\":{}}}"
                .formatted(first, second));
  }

  /** What is about servers' answers AnswersTest of the applier holds, about pipes GivenFileTest. */
  @ParameterizedTest
  @EnumSource(names = "(ANSWER|LIST)_.*|INPUT_MILLIS", mode = EnumSource.Mode.MATCH_NONE)
  void holds(Limit limit) throws IOException {
    Need need = NEEDS.get(limit);
    need.chart.writeTo(directory);
    assertThatCode(() -> need.chart.render(Limits.defaults().with(limit, need.enough)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> need.chart.render(Limits.defaults().with(limit, need.tooLittle)))
        .isInstanceOf(PintleException.class)
        .satisfies(e -> assertNames((PintleException) e, limit, need.tooLittle));
  }

  private static void assertNames(PintleException e, Limit limit, long number) {
    Diagnostic found = e.diagnostics().get(0);
    assertThat(found.message()).contains(String.valueOf(number));
    assertThat(found.kind()).isEqualTo(Diagnostic.Kind.LIMIT);
    assertThat(found.hints()).contains(new Hint.Advice("this is the limit `" + limit.key() + "`"));
  }

  /** What has a number that cannot be set: a chart that needs so much of it. */
  private interface Scale {
    TestChart of(int number);
  }

  private static final Map<String, Scale> FIXED =
      Map.ofEntries(
          entry(
              "json-depth",
              n -> reading("fromJson", "{\"a\":" + "[".repeat(n - 1) + "]".repeat(n - 1) + "}")),
          entry("toml-depth", n -> reading("fromToml", "a = " + "[".repeat(n) + "]".repeat(n))),
          entry("template-depth", n -> template("{{ if 1 }}".repeat(n) + "{{ end }}".repeat(n))),
          entry("pipeline-length", n -> template("# {{ 1" + " | print".repeat(n) + " }}")),
          entry("glob-depth", n -> template("{{ $_ := .Files.Glob \"" + "{".repeat(n) + "\" }}")),
          entry(
              "include-depth",
              n ->
                  template(
                      "{{ define \"a\" }}{{ if gt . 0 }}{{ include \"a\" (sub . 1) }}{{ end }}"
                          + "{{ end }}{{ include \"a\" "
                          + n
                          + " }}")),
          entry(
              "walked-depth",
              n ->
                  template(
                      "{{ $d := 1 }}{{ range until %d }}{{ $d = dict \"a\" $d }}{{ end }}"
                              .formatted(n)
                          + "{{ $_ := deepCopy $d }}")),
          entry(
              "printf-width",
              n ->
                  template(
                      "{{ if contains \"BAD\" (printf \"%%0*d\" %d 1) }}{{ fail \"x\" }}{{ end }}"
                          .formatted(n))),
          entry("pattern-depth", n -> pattern("(".repeat(n - 1) + "a" + ")".repeat(n - 1))),
          entry("pattern-repeat", n -> pattern("a{" + n + "}")),
          entry(
              "schema-depth",
              n ->
                  new TestChart()
                      .with(
                          "values.schema.json",
                          "{\"default\":" + "[".repeat(n - 1) + "]".repeat(n - 1) + "}")),
          entry(
              "schema-levels",
              n ->
                  new TestChart()
                      .with(
                          "values.schema.json",
                          "{\"$schema\":\"http://json-schema.org/draft-04/schema\",\"not\":"
                              + "{\"not\":".repeat(n - 1)
                              + "{}"
                              + "}".repeat(n))),
          entry("schema-applications", LimitsTest::applications),
          entry("release-name", n -> new TestChart().named("a".repeat(n))));

  /**
   * Schemas in each other, with a reference after every 40, since what is written may not be deep.
   */
  private static TestChart applications(int count) {
    StringBuilder definitions = new StringBuilder();
    for (int left = count - 41; left > 0; left -= 41) {
      definitions.append(definitions.isEmpty() ? "" : ",");
      definitions.append("\"d%d\":%s".formatted(left, inEachOther(left)));
    }
    String start = inEachOther(count);
    return new TestChart()
        .with(
            "values.schema.json",
            start.substring(0, start.length() - 1) + ",\"$defs\":{" + definitions + "}}");
  }

  private static String inEachOther(int count) {
    int levels = Math.min(count, 40);
    String last = count > 41 ? "{\"$ref\":\"#/$defs/d" + (count - 41) + "\"}" : "{}";
    return "{\"allOf\":[".repeat(levels) + last + "]}".repeat(levels);
  }

  /** Helm's readers put what is wrong with a text into what they give back. */
  private static TestChart reading(String function, String text) {
    return new TestChart()
        .with("text", text)
        .with(
            "templates/t.yaml",
            "{{ if hasKey ("
                + function
                + " (.Files.Get \"text\")) \"Error\" }}{{ fail \"too deep\" }}{{ end }}");
  }

  private static TestChart pattern(String pattern) {
    return template("{{ $_ := mustRegexMatch \"" + pattern + "\" \"\" }}");
  }

  static Stream<String> fixedNames() {
    return FIXED.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("fixedNames")
  void cannotBeSetButHolds(String name) throws IOException {
    int number = Integer.parseInt(row(name).get(1).replace(",", ""));
    FIXED.get(name).of(number).writeTo(directory.resolve("within")).render(Limits.defaults());
    TestChart beyond = FIXED.get(name).of(number + 1).writeTo(directory.resolve("beyond"));
    assertThatThrownBy(() -> beyond.render(Limits.defaults())).isInstanceOf(PintleException.class);
  }

  @Test
  void thePageTellsTheNumbersOfAll() throws IOException {
    List<List<String>> expected = new ArrayList<>();
    for (Limit limit : Limit.values()) {
      expected.add(List.of(limit.key(), number(limit.usual()), number(limit.strict())));
    }
    List<List<String>> settable =
        rows().stream().filter(row -> row.size() == 4).map(row -> row.subList(0, 3)).toList();
    assertThat(settable).isEqualTo(expected);
    assertThat(rows().stream().filter(row -> row.size() == 3).map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(FIXED.keySet());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static List<String> row(String name) throws IOException {
    return rows().stream().filter(row -> row.get(0).equals(name)).findFirst().orElseThrow();
  }

  /** The rows of all tables of the page that begin with a name. */
  private static List<List<String>> rows() throws IOException {
    Pattern row = Pattern.compile("\\| `([a-z-]+)` \\|(.*)\\|");
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher matcher = row.matcher(line);
      if (matcher.matches()) {
        List<String> cells = new ArrayList<>(List.of(matcher.group(1)));
        Stream.of(matcher.group(2).split("\\|")).map(String::trim).forEach(cells::add);
        rows.add(cells);
      }
    }
    return rows;
  }
}
