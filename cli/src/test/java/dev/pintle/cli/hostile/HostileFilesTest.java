package dev.pintle.cli.hostile;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that say something about a chart, empty, binary, of wrong types, in wrong encodings,
 * deep, and made to explode: refused or accepted as by Helm, with its message.
 */
class HostileFilesTest {

  private static final List<String> FILES =
      List.of(
          "Chart.yaml",
          "Chart.lock",
          "requirements.yaml",
          "requirements.lock",
          "values.yaml",
          "values.schema.json",
          "charts/b/Chart.yaml",
          "charts/b/values.yaml");

  @TempDir Path directory;

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("empty", new byte[0]);
    contents.put("spaces", text(" \n \n"));
    contents.put("binary", binary());
    contents.put("nul", new byte[] {'a', ':', ' ', 0, '\n'});
    contents.put("utf-16", "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_16LE));
    contents.put("latin-1", "a: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    contents.put("bom", text("\uFEFF{\"name\": \"c\", \"version\": \"1.0.0\"}\n"));
    contents.put("two boms", text("\uFEFF\uFEFF{\"name\": \"c\", \"version\": \"1.0.0\"}\n"));
    contents.put("list", text("[1]\n"));
    contents.put("string", text("\"x\"\n"));
    contents.put("number", text("5\n"));
    contents.put("boolean", text("true\n"));
    contents.put("null", text("null\n"));
    contents.put("deep lists", text("[".repeat(12_000) + "]".repeat(12_000)));
    contents.put("deep lists in a map", text("{\"a\": " + "[".repeat(12_000)));
    contents.put("deep maps", text("{\"a\":".repeat(12_000) + "1" + "}".repeat(12_000)));
    contents.put("deep block lists", text("- ".repeat(12_000)));
    contents.put("unclosed", text("{\"a\": 1"));
    contents.put("tab", text("a:\n\t- b\n"));
    contents.put("laughs", text(laughs("[", "]")));
    contents.put("merged laughs", text(laughs("{<<: [", "]}")));
    contents.put("alias of itself", text("a: &a [*a]\n"));
    contents.put("merge of itself", text("a: &a {<<: *a}\n"));
    contents.put("merge of a list", text("a: &a [1]\nb: {<<: *a}\n"));
    contents.put("unknown alias", text("a: *b\n"));
    contents.put("merge key", text("x: &x {name: c, version: 1.0.0}\n<<: *x\n"));
    contents.put("two documents", text("name: c\nversion: 1.0.0\n---\nname: d\n"));
    contents.put("directive", text("%YAML 9.9\n---\na: 1\n"));
    contents.put("duplicate keys", text("{\"name\": \"c\", \"version\": \"1.0.0\", \"name\": 5}"));
    return contents;
  }

  private static final List<String> DESCRIPTIONS =
      List.of(
          "name: ''",
          "name: .",
          "name: ..",
          "name: ../x",
          "name: a/b",
          "name: a\\b",
          "name: /etc",
          "name: \"a\\x07b\"",
          "name: \"a\\nb\"",
          "name: \"\\0\"",
          "name: \"\\u202E\"",
          "name: 5",
          "name: [a]",
          "name: null",
          "version: null",
          "version: ../../x",
          "version: {a: 1}",
          "apiVersion: v9",
          "apiVersion: 2",
          "appVersion: [1]",
          "kubeVersion: 5",
          "kubeVersion: '>>>'",
          "type: virus",
          "keywords: x",
          "maintainers: [null]",
          "maintainers: [5]",
          "annotations: [a]",
          "annotations: {a: {b: 1}}",
          "dependencies: {}",
          "dependencies: [null]",
          "dependencies: [5]",
          "dependencies: [{}]",
          "dependencies: [{name: b, version: 1.x, alias: ../x}]",
          "dependencies: [{name: b, version: 1.x, alias: \"a\\x07\"}]",
          "dependencies: [{name: b, version: 1.x, alias: 'a b'}]",
          "dependencies: [{name: b, version: 1.x, alias: .}]",
          "dependencies: [{name: b, version: 1.x, alias: global}]",
          "dependencies: [{name: b, version: 1.x, alias: a.b}]",
          "dependencies: [{name: ../b, version: 1.x}]",
          "dependencies: [{name: b, version: '>>>'}]",
          "dependencies: [{name: b, version: 1.x, condition: '../../x'}]",
          "dependencies: [{name: b, version: 1.x, tags: x}]",
          "dependencies: [{name: b, version: 1.x, import-values: x}]",
          "dependencies: [{name: b, version: 1.x, import-values: [5]}]",
          "dependencies: [{name: b, version: 1.x, import-values: [{child: 1, parent: 2}]}]");

  private static final List<String> SCHEMAS =
      List.of(
          "{\"$ref\": \"/dev/zero\"}",
          "{\"$ref\": \"file:///dev/zero\"}",
          "{\"$ref\": \"file:///etc/passwd\"}",
          "{\"$ref\": \"../../../../etc/passwd\"}",
          "{\"$ref\": \"http://127.0.0.1:9/x.json\"}",
          "{\"$ref\": \"#/none\"}",
          "{\"$ref\": \"#\"}",
          "{\"$ref\": \"%zz\"}",
          "{\"$ref\": 5}",
          "{\"$schema\": \"file:///dev/zero\"}",
          "{\"$schema\": \"nonsense\"}",
          "{\"$id\": \"file:///etc/passwd\", \"$ref\": \"passwd\"}",
          "{\"pattern\": \"(\"}",
          "{\"pattern\": \"(a{1000}){1000}\"}",
          "{\"type\": \"virus\"}",
          "{\"minimum\": 1e999999999}",
          "{\"multipleOf\": 1e-999999999}",
          "{\"required\": 5}");

  private static byte[] text(String text) {
    return GoStrings.toBytes(text);
  }

  private static byte[] binary() {
    byte[] bytes = new byte[256];
    IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
    return bytes;
  }

  private static String laughs(String open, String close) {
    StringBuilder text = new StringBuilder("a0: &a0 {x: 1}\n");
    for (int i = 1; i < 20; i++) {
      text.append("a%d: &a%<d ".formatted(i)).append(open);
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a0").append(close).append('\n');
    }
    return text.toString();
  }

  private static TestChart chart() {
    return new TestChart()
        .with("templates/t.yaml", "# {{ .Values }}\n")
        .with("charts/b/Chart.yaml", TestChart.CHART_YAML.replace("name: c", "name: b"));
  }

  private static Map<String, TestChart> charts() {
    Map<String, TestChart> charts = new LinkedHashMap<>();
    for (String file : FILES) {
      contents()
          .forEach((name, content) -> charts.put(file + " / " + name, chart().with(file, content)));
    }
    for (String line : DESCRIPTIONS) {
      String key = line.substring(0, line.indexOf(':'));
      StringBuilder description = new StringBuilder(line).append('\n');
      TestChart.CHART_YAML
          .lines()
          .filter(good -> !good.startsWith(key + ":"))
          .forEach(good -> description.append(good).append('\n'));
      charts.put("Chart.yaml / " + line, chart().with("Chart.yaml", description.toString()));
    }
    for (String schema : SCHEMAS) {
      charts.put("values.schema.json / " + schema, chart().with("values.schema.json", schema));
    }
    return charts;
  }

  @Test
  void areRefusedOrAcceptedAsByHelm() throws IOException, InterruptedException {
    Map<String, TestChart> charts = charts();
    List<String> names = new ArrayList<>(charts.keySet());
    for (String name : names) {
      charts.get(name).writeTo(place(names, name));
    }
    new HelmVerdicts("files.txt")
        .check(
            names,
            name -> ofPintle(charts.get(name)),
            name -> HelmVerdicts.ofHelm(place(names, name)));
  }

  private Path place(List<String> names, String name) {
    return directory.resolve("chart" + names.indexOf(name));
  }

  private static String ofPintle(TestChart chart) {
    try {
      chart.render(Limits.forStrangers());
      return HelmVerdicts.ACCEPTED;
    } catch (PintleException e) {
      return e.getMessage().trim();
    }
  }

  @Test
  void theDirectoryIsLeftAsItWas() throws IOException {
    chart().with("Chart.yaml", "name: ../x\nversion: 1.0.0\n").writeTo(directory.resolve("c"));
    ofPintle(chart().with("Chart.yaml", "name: ../x\n").writeTo(directory.resolve("c")));
    try (var files = Files.list(directory)) {
      org.assertj.core.api.Assertions.assertThat(files).containsExactly(directory.resolve("c"));
    }
  }
}
