package dev.pintle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart made for one feature, what it is rendered with, and what Helm printed for it, in one
 * file: a comment, then parts that each begin with a line {@code -- name --}. The part {@code args}
 * has the arguments after the chart, {@code stdout} what Helm prints or {@code stderr} the message
 * with which it refuses; every other part is a file, of the chart or beside it.
 *
 * <p>A chart without a {@code Chart.yaml} gets a plain one. A line of a file that would look like
 * the beginning of a part cannot be written.
 */
record FeatureCase(Path file, String comment, Map<String, String> parts) {

  private static final Pattern PART = Pattern.compile("(?m)^-- (\\S+) --\\n");
  private static final String PLAIN_CHART = "apiVersion: v2\nname: case\nversion: 1.2.3\n";

  static FeatureCase read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher matcher = PART.matcher(text);
    String name = "";
    int from = 0;
    while (matcher.find()) {
      parts.put(name, text.substring(from, matcher.start()));
      name = matcher.group(1);
      from = matcher.end();
    }
    parts.put(name, text.substring(from));
    String comment = parts.remove("");
    return new FeatureCase(file, comment, parts);
  }

  /** The arguments of the command, one a line in the file. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("template", "rel", "."));
    parts.getOrDefault("args", "").lines().forEach(arguments::add);
    return arguments;
  }

  boolean isRefused() {
    return parts.containsKey("stderr");
  }

  /** What Helm printed. */
  String expected() {
    return parts.getOrDefault(isRefused() ? "stderr" : "stdout", "");
  }

  void writeFiles(Path directory) throws IOException {
    write(directory, "Chart.yaml", PLAIN_CHART);
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (!List.of("args", "stdout", "stderr").contains(part.getKey())) {
        write(directory, part.getKey(), part.getValue());
      }
    }
  }

  private static void write(Path directory, String name, String text) throws IOException {
    Path target = directory.resolve(name);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }

  /** Puts what Helm prints now in place of what it printed then. */
  void rewrite(boolean refused, String output) throws IOException {
    StringBuilder text = new StringBuilder(comment);
    parts.forEach(
        (name, content) -> {
          if (!name.equals("stdout") && !name.equals("stderr")) {
            text.append("-- ").append(name).append(" --\n").append(content);
          }
        });
    text.append(refused ? "-- stderr --\n" : "-- stdout --\n").append(output);
    Files.writeString(file, text);
  }
}
