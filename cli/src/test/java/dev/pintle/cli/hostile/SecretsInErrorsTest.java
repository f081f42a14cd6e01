package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.chart.ChartLoader;
import dev.pintle.cli.CommandRun;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No error shows a value of the user's without {@code --debug}, but where Helm's own words do: then
 * they are there once, and nothing of ours repeats them.
 */
class SecretsInErrorsTest {

  private static final String SECRET = "hunter2";
  private static final String HEAD =
      "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n";

  @TempDir private Path directory;
  private Path chart;

  @BeforeEach
  void chart() throws IOException {
    chart = directory.resolve("c");
    Files.createDirectories(chart.resolve("templates"));
    write("Chart.yaml", TestChart.CHART_YAML);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(chart.resolve(file), text);
  }

  private static Arguments silent(String name, String template, String... flags) {
    return Arguments.of(name, template, flags, false);
  }

  private static Arguments saidByHelm(String name, String template, String... flags) {
    return Arguments.of(name, template, flags, true);
  }

  static Stream<Arguments> renderings() {
    String simple = HEAD + "  password: {{ .Values.password }}\n";
    String indented = HEAD + "  other: x\n   password: {{ .Values.password }}\n";
    String tpl = HEAD + "  password: {{ tpl .Values.password . }}\n";
    String config = simple.replace("Secret", "ConfigMap").replace("stringData", "data");
    return Stream.of(
        silent("a colon", simple, "--set", "password=hunter2: x"),
        saidByHelm("an anchor", simple, "--set", "password=*hunter2"),
        silent("a percent sign", simple, "--set", "password=%hunter2"),
        silent("indentation", indented, "--set", "password=hunter2"),
        silent("of another kind", config, "--set", "password=hunter2: x"),
        silent(
            "a hook",
            simple.replace("{name: s}", "{name: s, annotations: {helm.sh/hook: test}}"),
            "--set",
            "password=hunter2: x"),
        silent(
            "a list of Secrets",
            "kind: List\nitems:\n- a: {{ .Values.password }}\n",
            "--set",
            "password=hunter2: x"),
        silent(
            "toYaml of all values",
            HEAD + "  a: b\n{{ toYaml .Values | indent 3 }}\n",
            "--set",
            "a=1,p=hunter2"),
        saidByHelm(
            "a text of tpl that cannot be parsed", tpl, "--set-literal", "password={{ hunter2"),
        saidByHelm(
            "a text of tpl that fails", tpl, "--set-literal", "password={{ \"hunter2\" | fail }}"),
        saidByHelm(
            "a text of tpl that lacks a value",
            tpl,
            "--set-literal",
            "password={{ .a.b.c }} hunter2"),
        silent(
            "a text of tpl that is YAML no more",
            HEAD + "  a: b\n {{ tpl .Values.password . }}\n",
            "--set-literal",
            "password=c: {{ 1 }} hunter2: x *hunter2"),
        silent("a flag", simple, "--set", "password=hunter2,b[x]=2"),
        silent("a flag for texts", simple, "--set-string", "password=hunter2,b[x]=2"),
        saidByHelm("a flag of JSON", simple, "--set-json", "password={\"hunter2\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("renderings")
  void showNoValues(String name, String template, String[] flags, boolean saidByHelm)
      throws IOException {
    write("templates/s.yaml", template);
    String[] plain =
        Stream.concat(Stream.of("template", "r", "" + chart), Stream.of(flags))
            .toArray(String[]::new);

    CommandRun run = CommandRun.of(plain);

    assertThat(run.status()).isEqualTo(1);
    String[] parts = run.err().split("\n\n", 2);
    assertThat(parts[0].contains(SECRET)).isEqualTo(saidByHelm);
    assertThat(parts.length > 1 ? parts[1] : "").doesNotContain(SECRET);
  }

  @Test
  void debugShowsTheLine() throws IOException {
    write("templates/s.yaml", HEAD + "  password: {{ .Values.password }}\n");
    String[] flags = {"template", "r", "" + chart, "--set", "password=hunter2: x"};
    assertThat(CommandRun.of(flags).err())
        .contains("s.yaml (rendered):5:20  (its line may hold")
        .contains("5 |   password: {{ .Values.password }}");

    List<String> debug = new ArrayList<>(List.of(flags));
    debug.add("--debug");
    assertThat(CommandRun.of(debug.toArray(String[]::new)).err())
        .contains("5 |   password: hunter2: x\n     |                    ^");
  }

  static Stream<Arguments> valuesFiles() {
    return Stream.of(
        Arguments.of("password: hunter2: x\n"),
        Arguments.of("password: %hunter2\n"),
        Arguments.of("a: 1\n password: hunter2\n"),
        Arguments.of("password: 'hunter2\n"),
        Arguments.of("- hunter2\n"),
        Arguments.of("hunter2\n"));
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void showNoLineOfAValuesFile(String values) throws IOException {
    write("templates/s.yaml", "a: 1\n");
    Path file = Files.writeString(directory.resolve("v.yaml"), values);
    CommandRun given = CommandRun.of("template", "r", "" + chart, "-f", "" + file);
    assertThat(given.err()).startsWith("Error: failed to parse").doesNotContain(SECRET);

    write("values.yaml", values);
    CommandRun own = CommandRun.of("template", "r", "" + chart);
    assertThat(own.err()).startsWith("Error: cannot load values.yaml").doesNotContain(SECRET);

    Path fleet =
        Files.writeString(
            directory.resolve("fleet.yaml"),
            "releases:\n- set: [password=hunter2: x]\n  x: *hunter\n");
    CommandRun many =
        CommandRun.of("fleet", "render", "" + fleet, "--output-dir", "" + directory.resolve("out"));
    assertThat(many.err()).startsWith("Error: ").doesNotContain(SECRET);
  }

  @Test
  void showNoLineInWhatAFleetLeaves() throws IOException {
    write("templates/s.yaml", HEAD + "  password: {{ .Values.password }}\n");
    Path fleet =
        Files.writeString(
            directory.resolve("fleet.yaml"),
            "releases:\n- {id: a, name: a, chart: c, set: ['password=hunter2: x']}\n");
    Path out = directory.resolve("out");
    CommandRun run = CommandRun.of("fleet", "render", "" + fleet, "--output-dir", "" + out);
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
    assertThat(out.resolve("a.err")).content().contains("s.yaml (rendered)").doesNotContain(SECRET);
    assertThat(out.resolve("report.json")).content().doesNotContain(SECRET);

    CommandRun.of("fleet", "render", "" + fleet, "--output-dir", "" + out, "--debug");
    assertThat(out.resolve("a.err")).content().contains("password: hunter2: x");
  }

  @Test
  void reportsOfSchemasRepeatNoValue() throws IOException {
    write(
        "values.schema.json",
        "{\"properties\": {\"password\": {\"pattern\": \"^x\", \"minLength\": 20},"
            + " \"pin\": {\"maximum\": 10}, \"at\": {\"format\": \"ipv4\"}}}");
    Path file =
        Files.writeString(
            directory.resolve("v.yaml"), "password: hunter2\npin: 4711\nat: hunter2\n");
    CommandRun run = CommandRun.of("template", "r", "" + chart, "-f", "" + file);
    String[] parts = run.err().split("\n\n", 2);
    assertThat(parts[0]).contains("'hunter2' does not match pattern '^x'");
    assertThat(parts[1])
        .contains("at '/password': does not match pattern '^x'", "at '/pin': maximum: want 10")
        .doesNotContain(SECRET, "4711", "4,711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "sarif", "junit"})
  void lintShowsNoValues(String format) throws IOException {
    write(
        "templates/s.yaml",
        HEAD
            + "  password: {{ .Values.password }}\n"
            + "type: [{{ .Values.password }}]\ndata: {a: {{ .Values.password }}}\n");
    for (String password : List.of("hunter2: x", "hunter2", "%hunter2")) {
      CommandRun run =
          CommandRun.of(
              "lint",
              "" + chart,
              "--set",
              "password=" + password,
              "--set",
              "oops=" + password,
              "--kubernetes-schemas",
              "--warn",
              "-o",
              format);
      assertThat(run.out() + run.err()).contains("s.yaml").doesNotContain(SECRET);
    }
  }

  @Test
  void dataShowsNoLineThatNobodyAskedFor() throws IOException {
    write("templates/s.yaml", HEAD + "  password: {{ .Values.password }}\n");
    PintleException e =
        catchThrowableOfType(
            PintleException.class,
            () ->
                Pintle.builder()
                    .build()
                    .render(
                        ChartLoader.standard().load(chart),
                        ReleaseRequest.of(r -> r.name("r").set("password=hunter2: x"))));
    Diagnostic found = e.diagnostics().get(0);
    assertThat(found.sourceLine()).isNull();
    assertThat(found.toString()).doesNotContain(SECRET);
    assertThat(found.revealed().sourceLine()).isEqualTo("  password: hunter2: x");
    assertThat(ErrorReport.of(e, false)).doesNotContain(SECRET);
  }
}
