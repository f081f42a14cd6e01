package dev.pintle.render.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A case file: a comment that says what it shows, then parts that begin with {@code === name}.
 * Parts are the files of a chart, {@code user values}, {@code flags}, and {@code expected}: for
 * each chart its path and what {@code toJson .Values} gives there, or {@code Error: } and the
 * message.
 */
record ComposeCase(Path file, Map<String, String> parts) {

  private static final String PART = "=== ";

  static ComposeCase read(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    String part = "comment";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(PART)) {
        part = line.substring(PART.length());
        parts.put(part, "");
      } else {
        parts.merge(part, line + "\n", String::concat);
      }
    }
    return new ComposeCase(file, parts);
  }

  /** Writes the chart into a directory. */
  void writeChart(Path directory) throws IOException {
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (part.getKey().endsWith(".yaml")) {
        Path file = directory.resolve(part.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, part.getValue());
      }
    }
  }

  String userValues() {
    return parts.getOrDefault("user values", "");
  }

  /** The texts of {@code --set} flags. */
  List<String> sets() {
    return parts.getOrDefault("flags", "").lines().map(l -> l.replaceFirst("--set ", "")).toList();
  }

  String expected() {
    return parts.getOrDefault("expected", "");
  }

  /** Asks the {@code helm} on the path what to expect, and writes that into the file. */
  void rewrite(Path directory) throws IOException, InterruptedException {
    writeChart(directory);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path chart : files.filter(f -> f.endsWith("Chart.yaml")).toList()) {
        Path template = chart.resolveSibling("templates/values.yaml");
        Files.createDirectories(template.getParent());
        Files.writeString(
            template,
            "values: |\n  > {{ .Template.BasePath | trimSuffix \"/templates\" }}"
                + " {{ toJson .Values }}\n");
      }
    }
    Path userValues = Files.writeString(directory.resolve("user.yaml"), userValues());
    List<String> command = new ArrayList<>(List.of("helm", "template", "x", directory.toString()));
    command.addAll(List.of("-f", userValues.toString()));
    sets().forEach(set -> command.addAll(List.of("--set", set)));
    Process helm = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(helm.getInputStream().readAllBytes());
    helm.waitFor();
    StringBuilder expected = new StringBuilder();
    output
        .lines()
        .filter(line -> line.startsWith("  > ") || line.startsWith("Error: "))
        .map(line -> line.startsWith("  > ") ? line.substring(4) : line)
        .sorted()
        .forEach(line -> expected.append(line).append('\n'));
    String text = Files.readString(file);
    int at = text.indexOf(PART + "expected\n");
    String input = at < 0 ? text : text.substring(0, at);
    Files.writeString(file, input + PART + "expected\n" + expected);
  }
}
