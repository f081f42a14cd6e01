package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the real Helm said of inputs, kept in a file: for each its name and, after {@code helm:},
 * Helm's message or {@code accepted}. Where Pintle says something else, a line {@code pintle:}
 * follows. With {@code -Dpintle.rewrite=true} the {@code helm} on the path is asked anew.
 */
final class HelmVerdicts {

  static final String ACCEPTED = "accepted";

  private static final Path RESOURCES = Path.of("src/test/resources/hostile");
  private static final int LONGEST = 300;
  private static final String DEBUG = "\n\nUse --debug flag to render out invalid YAML";

  /** Asks somebody what is to be said of an input. */
  interface Judge {
    String judge(String input) throws IOException, InterruptedException;
  }

  private final Path file;

  HelmVerdicts(String name) {
    this.file = RESOURCES.resolve(name);
  }

  /** Compares what Pintle says of each input with the file. */
  void check(Iterable<String> inputs, Judge pintle, Judge helm)
      throws IOException, InterruptedException {
    Map<String, String> known = Files.exists(file) ? read() : new TreeMap<>();
    boolean rewrite = Boolean.getBoolean("pintle.rewrite");
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (String input : inputs) {
      String helms = rewrite ? shown(helm.judge(input)) : known.get(input);
      String ours = shown(pintle.judge(input));
      actual.add(input);
      actual.add("  helm:   " + helms);
      if (!ours.equals(helms)) {
        actual.add("  pintle: " + ours);
      }
    }
    if (rewrite) {
      Files.createDirectories(RESOURCES);
      Files.write(file, actual);
    }
    expected.addAll(Files.readAllLines(file));
    assertThat(actual).isEqualTo(expected);
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    String input = "";
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("  ")) {
        input = line;
      } else if (line.startsWith("  helm:   ")) {
        verdicts.put(input, line.substring("  helm:   ".length()));
      }
    }
    return verdicts;
  }

  private static String shown(String verdict) {
    StringBuilder shown = new StringBuilder();
    verdict
        .codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~') {
                shown.appendCodePoint(c);
              } else {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return shown.length() <= LONGEST
        ? shown.toString()
        : shown.substring(0, LONGEST / 2) + " ... " + shown.substring(shown.length() - LONGEST / 2);
  }

  /** Runs the real Helm; gives its message, with that directory's name taken out. */
  static String ofHelm(Path directory, String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("helm", "template", "r", "."));
    command.addAll(List.of(flags));
    Path err = Files.createTempFile("helm", ".err");
    Process helm =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    int status = helm.waitFor();
    String said = new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
    Files.delete(err);
    if (status == 0) {
      return ACCEPTED;
    }
    int start = said.indexOf("Error: ");
    return start < 0
        ? "crashed"
        : said.substring(start + "Error: ".length()).replace(DEBUG, "").trim();
  }
}
