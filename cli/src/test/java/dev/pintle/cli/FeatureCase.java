package dev.pintle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart made for one feature, what it is rendered with, and what Helm printed for it, in one
 * file: a comment, then parts that each begin with a line {@code -- name --}.
 *
 * <ul>
 *   <li>{@code args} has the arguments after {@code template rel .}, one a line; {@code command}
 *       all arguments, where these three are not wanted. A path in them begins with {@code ./}.
 *   <li>{@code stdout} and {@code stderr} are what Helm prints. Errors that it logs are left out,
 *       since it prints them, too.
 *   <li>Every other part is a file, of the chart or beside it. The name {@code logo.png base64}
 *       makes a binary file, {@code charts/a.tgz/a/Chart.yaml} a file in an archive.
 * </ul>
 *
 * <p>The chart is called {@code case}, and one in {@code charts/x} is called {@code x}, unless they
 * have a {@code Chart.yaml} that says otherwise. A line of a file that would look like the
 * beginning of a part cannot be written.
 */
public record FeatureCase(Path file, String comment, Map<String, String> parts) {

  private static final Pattern PART = Pattern.compile("(?m)^-- (\\S+(?: base64)?) --\\n");
  private static final Pattern SUBCHART =
      Pattern.compile("^((?:charts/([^/]+)/)+)(?!Chart\\.yaml)");
  private static final String CHART = "apiVersion: v2\nname: %s\nversion: %s\n";
  private static final Set<String> NO_FILES = Set.of("args", "command", "stdout", "stderr");
  private static final String ERROR = "Error: ";
  private static final Pattern LOG_LINE = Pattern.compile("level=(\\w+) .*\\n");
  private static final Pattern LOG = Pattern.compile("(?:level=.*\\n)*+");

  /** What a command did. */
  public record Answer(int status, String out, String err) {

    /** What is compared: the log without what is left out of it, then the rest of stderr. */
    public Answer essence() {
      return new Answer(status, out, String.join("", log()) + message());
    }

    /**
     * The lines that were logged before anything else, without what Helm logs for those who debug,
     * what it says twice, and the errors that it logs, since it prints them, too.
     */
    public Set<String> log() {
      Set<String> lines = new LinkedHashSet<>();
      Matcher line = LOG_LINE.matcher(err);
      while (line.lookingAt()) {
        if (!line.group(1).matches("DEBUG|ERROR")) {
          lines.add(line.group());
        }
        line.region(line.end(), err.length());
      }
      return lines;
    }

    /** What follows the log on stderr. */
    public String message() {
      Matcher log = LOG.matcher(err);
      return log.lookingAt() ? err.substring(log.end()) : err;
    }
  }

  /** The case that is in a file. */
  public static FeatureCase read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(file, text);
  }

  /** The case that is in a file of that name and text. */
  public static FeatureCase of(Path file, String text) {
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

  /** What follows the name of the command. */
  public List<String> arguments() {
    if (parts.containsKey("command")) {
      return parts.get("command").lines().toList();
    }
    List<String> arguments = new ArrayList<>(List.of("template", "rel", "."));
    parts.getOrDefault("args", "").lines().forEach(arguments::add);
    return arguments;
  }

  /** What Helm did. */
  Answer expected() {
    String err = parts.getOrDefault("stderr", "");
    Answer rendered = new Answer(0, parts.getOrDefault("stdout", ""), err);
    return rendered.message().startsWith(ERROR) ? new Answer(1, rendered.out(), err) : rendered;
  }

  /** Writes the chart and what is beside it. */
  public void writeFiles(Path directory) throws IOException {
    CaseFiles files = new CaseFiles(directory);
    files.add("Chart.yaml", CHART.formatted("case", "1.2.3"));
    for (String subchart : subcharts()) {
      String name = Path.of(subchart).getFileName().toString();
      files.add(subchart + "Chart.yaml", CHART.formatted(name, "0.1.0"));
    }
    parts.forEach(
        (name, content) -> {
          if (!NO_FILES.contains(name)) {
            files.add(name, content);
          }
        });
    files.write();
  }

  private Set<String> subcharts() {
    Set<String> directories = new LinkedHashSet<>();
    for (String name : parts.keySet()) {
      Matcher matcher = SUBCHART.matcher(name);
      if (matcher.find() && !name.contains(".tgz/")) {
        directories.add(matcher.group(1));
      }
    }
    return directories;
  }

  /** Puts what Helm prints now in place of what it printed then. */
  public void rewrite(Answer answer) throws IOException {
    StringBuilder text = new StringBuilder(comment);
    parts.forEach(
        (name, content) -> {
          if (!name.equals("stdout") && !name.equals("stderr")) {
            part(text, name, content);
          }
        });
    if (answer.status() == 0 || !answer.out().isEmpty()) {
      part(text, "stdout", answer.out());
    }
    if (!answer.err().isEmpty()) {
      part(text, "stderr", answer.err());
    }
    Files.writeString(file, text);
  }

  private static void part(StringBuilder text, String name, String content) {
    text.append("-- ").append(name).append(" --\n").append(content);
  }
}
