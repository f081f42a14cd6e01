package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.diagnostic.wording.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever things are called, what is printed steers no terminal and forges no line. */
class ForgedOutputTest {

  private static final String EVIL =
      "a\u001b]0;pwned\u0007\u009b2J\u202e\r\nError: all is well\nlevel=INFO msg=ok\n[INFO] fine\n";
  private static final String SHOWN =
      "a\\x1b]0;pwned\\a\\u009b2J\\u202e\\r"
          + "\\n"
          + "Error: all is well\\n"
          + "level=INFO msg=ok\\n"
          + "[INFO] fine\\n";
  private static final String IN_YAML =
      "\"a\\e]0;pwned\\a\\u009b2J\\u202e\\r"
          + "\\n"
          + "Error: all is well\\n"
          + "level=INFO msg=ok\\n"
          + "[INFO] fine\\n"
          + "\"";

  @TempDir private Path directory;
  private Path chart;

  @BeforeEach
  void chart() throws IOException {
    chart = directory.resolve("c");
    write("Chart.yaml", TestChart.CHART_YAML);
  }

  private void write(String file, String text) throws IOException {
    Path path = chart.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void check(CommandRun run) {
    for (String text : List.of(run.out(), run.err())) {
      assertThat(Visible.isVisible(text)).as(text).isTrue();
      assertThat(text.lines()).noneMatch(line -> line.startsWith("Error: all"));
      assertThat(text.lines()).noneMatch(line -> line.startsWith("level=INFO msg=ok"));
      assertThat(text.lines()).noneMatch(line -> line.startsWith("[INFO] fine"));
    }
  }

  static Stream<Arguments> charts() {
    String name = "templates/" + EVIL + ".yaml";
    return Stream.of(
        Arguments.of(name, "{{ .Values.x.y }}"),
        Arguments.of(name, "{{ fail \"no\" }}"),
        Arguments.of(name, "{{ required \"no\" .Values.x }}"),
        Arguments.of(name, "{{ if }}"),
        Arguments.of(name, "{{ if .x\n"),
        Arguments.of(name, "a: b: c"),
        Arguments.of(name, "a"),
        Arguments.of(name, "{{ index .Values 1 2 }}"),
        Arguments.of(name, "{{ include \"no\" . }}"),
        Arguments.of(name, "{{ define \"a\" }}{{ .x.y.z }}{{ end }}{{ include \"a\" . }}"),
        Arguments.of("templates/t.yaml", "{{ fail " + IN_YAML.replace("\\e", "\\u001b") + " }}"),
        Arguments.of(
            "templates/t.yaml", "{{ include " + IN_YAML.replace("\\e", "\\u001b") + " . }}"),
        Arguments.of(
            "templates/t.yaml", "kind: " + IN_YAML + "\nmetadata: {name: " + IN_YAML + "}"),
        Arguments.of(
            "templates/t.yaml", "metadata: {annotations: {helm.sh/hook: " + IN_YAML + "}}"),
        Arguments.of("templates/t.yaml", "a: *" + EVIL.substring(0, 2)),
        Arguments.of("values.yaml", IN_YAML + ": 1\na: b: c"),
        Arguments.of("Chart.yaml", TestChart.CHART_YAML + "type: " + IN_YAML),
        Arguments.of("Chart.yaml", TestChart.CHART_YAML + IN_YAML + ": 1"),
        Arguments.of("Chart.yaml", TestChart.CHART_YAML.replace("name: c", "name: " + IN_YAML)),
        Arguments.of("Chart.yaml", TestChart.CHART_YAML.replace("1.0.0", IN_YAML)),
        Arguments.of("Chart.yaml", TestChart.CHART_YAML + "kubeVersion: " + IN_YAML),
        Arguments.of("Chart.yaml", TestChart.CHART_YAML + "icon: " + IN_YAML),
        Arguments.of(
            "Chart.yaml",
            TestChart.CHART_YAML
                + "maintainers: [{name: "
                + IN_YAML
                + ", email: "
                + IN_YAML
                + "}]"),
        Arguments.of(
            "Chart.yaml",
            TestChart.CHART_YAML + "dependencies: [{name: " + IN_YAML + ", version: 1.x}]"),
        Arguments.of(
            "Chart.yaml",
            TestChart.CHART_YAML + "dependencies: [{name: a, alias: " + IN_YAML + ", version: x}]"),
        Arguments.of("crds/" + EVIL + ".yaml", "a: b: c"),
        Arguments.of("charts/" + EVIL + "/Chart.yaml", "a: b: c"),
        Arguments.of("charts/" + EVIL + "/Chart.yaml", "name: x"),
        Arguments.of("charts/" + EVIL + ".tgz", "no archive"));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void namesInCharts(String file, String text) throws IOException {
    write(file, text);
    check(CommandRun.of("template", "r", "" + chart, "--include-crds", "--warn"));
    check(CommandRun.of("lint", "" + chart, "--warn", "--kubernetes-schemas"));
    check(CommandRun.of("lint", "" + chart, "-o", "junit", "--kubernetes-schemas"));
    check(CommandRun.of("lint", "" + chart, "-o", "sarif", "--kubernetes-schemas"));
  }

  @Test
  void namesOfValues() throws IOException {
    write("templates/t.yaml", "a: {{ .Values.x.y }}");
    write("values.schema.json", "{\"properties\": {\"x\": {}}, \"additionalProperties\": false}");
    Path values =
        Files.writeString(directory.resolve("v\u001b.yaml"), IN_YAML + ": {a: 1}\nx: {z: 1}\n");
    check(CommandRun.of("template", "r", "" + chart, "-f", "" + values, "--warn"));
    Files.delete(chart.resolve("values.schema.json"));
    CommandRun run = CommandRun.of("template", "r", "" + chart, "-f", "" + values, "--warn");
    check(run);
    assertThat(run.err()).contains("no template and no schema knows `" + SHOWN + "`");
    check(CommandRun.of("template", "r", "" + chart, "--set", EVIL + "=1,x=2", "--warn"));
    check(CommandRun.of("template", "r", "" + chart, "--set", EVIL));
    check(CommandRun.of("template", "r", "" + chart, "--set-json", "a={" + EVIL));
    check(CommandRun.of("template", "r", "" + chart, "--set-file", "a=" + EVIL));
    check(CommandRun.of("template", "r", "" + chart, "-f", EVIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template r %s",
        "template %s c",
        "lint %s",
        "%s",
        "template r c --%s",
        "template r c --api-versions %s --kube-version %s",
        "template r c -s %s",
        "fleet render %s --output-dir out",
        "list --kubeconfig %s",
        "get values %s --kubeconfig no",
        "list -o %s",
        "template r c --limits %s",
        "template r c --name-template %s"
      })
  void arguments(String line) {
    String[] arguments =
        Stream.of(line.split(" "))
            .map(word -> word.equals("c") ? "" + chart : word.replace("%s", EVIL))
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err()).contains("Error");
    check(run);
  }

  @Test
  void aSourceStaysWithinItsComment() throws IOException {
    write("templates/" + EVIL + ".yaml", "kind: A\nmetadata: {name: a}\n");
    CommandRun run = CommandRun.of("template", "r", "" + chart);
    assertThat(run.out())
        .isEqualTo("---\n# Source: c/templates/" + SHOWN + ".yaml\nkind: A\nmetadata: {name: a}\n");
    Path out = directory.resolve("out");
    check(CommandRun.of("template", "r", "" + chart, "--output-dir", "" + out));
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(Files::isRegularFile))
          .singleElement()
          .satisfies(
              file -> assertThat(file).content().startsWith("---\n# Source: c/templates/a\\x1b"));
    }
  }

  @Test
  void otherLettersStayWhatTheyAre() throws IOException {
    write("templates/\u00e4\ud83d\ude80\u200d.yaml", "kind: A\n{{ .Values.x.y }}\n");
    assertThat(CommandRun.of("template", "r", "" + chart).err())
        .startsWith("Error: c/templates/\u00e4\ud83d\ude80\u200d.yaml:2:10\n");
  }

  @Test
  void aChartMaySayMoreThanOneLine() throws IOException {
    write("templates/t.yaml", "{{ fail \"\\n\\nVALUES:\\n\\tset a\\nError: b\" }}");
    assertThat(CommandRun.of("template", "r", "" + chart).err())
        .startsWith(
            "Error: execution error at (c/templates/t.yaml:1:3): \n\n"
                + "VALUES:\n"
                + "\tset a\n"
                + "   Error: b\n");
  }
}
