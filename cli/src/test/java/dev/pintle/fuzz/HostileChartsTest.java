package dev.pintle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.cli.FeatureCase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random charts that were made to hurt, within the limits for strangers: all commands end in what
 * they are to print, or in an error that is no fault of ours. {@code -Dpintle.hostile.minutes=60
 * -DargLine=-Xmx256m} tries more of them than the few of each build.
 */
class HostileChartsTest {

  private static final int SEEDS_OF_A_BUILD = 25;
  private static final int DEPTH = 12;
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("template", "rel", "."),
          List.of("template", "rel", ".", "--warn", "--debug"),
          List.of("lint", ".", "--warn"));

  private static final Grammar GRAMMAR = Grammar.read(Path.of("src/test/resources/fuzz/hostile"));

  @TempDir Path directory;

  private long slowest;
  private long slowestNanos;

  @Test
  void endInWhatIsToBePrintedOrInACleanError() throws IOException {
    long minutes = Long.getLong("pintle.hostile.minutes", 0);
    long end = System.nanoTime() + minutes * 60_000_000_000L;
    long seed = Long.getLong("pintle.hostile.seed", 1);
    long last = seed + Long.getLong("pintle.hostile.charts", SEEDS_OF_A_BUILD);
    List<String> findings = new ArrayList<>();
    long charts = 0;
    for (; minutes > 0 ? System.nanoTime() < end : seed < last; seed++) {
      findings.addAll(findings(seed));
      charts++;
    }
    System.out.printf(
        "%d hostile charts, up to seed %d; the slowest command took %d s, of seed %d%n",
        charts, seed - 1, slowestNanos / 1_000_000_000, slowest);
    assertThat(findings).isEmpty();
  }

  private List<String> findings(long seed) throws IOException {
    FeatureCase chart = chart(seed);
    Path at = Files.createDirectory(directory.resolve("chart" + seed));
    List<String> findings = new ArrayList<>();
    try {
      if (!isWritten(chart, at)) {
        return findings;
      }
      for (List<String> command : COMMANDS) {
        long before = System.nanoTime();
        String finding = finding(command, chart, at);
        long nanos = System.nanoTime() - before;
        if (nanos > slowestNanos) {
          slowestNanos = nanos;
          slowest = seed;
        }
        if (finding != null) {
          findings.add("seed " + seed + ", " + command + ": " + finding);
          System.out.println(findings.get(findings.size() - 1));
        }
      }
    } finally {
      delete(at);
    }
    return findings;
  }

  /** False for a chart that no file system can hold: one with a file where it has a directory. */
  private static boolean isWritten(FeatureCase chart, Path at) throws IOException {
    try {
      chart.writeFiles(at);
      return true;
    } catch (FileSystemException impossible) {
      return false;
    }
  }

  private static FeatureCase chart(long seed) {
    String form = new Deriver(GRAMMAR, new Dice(seed)).derive("chart", DEPTH).text();
    FeatureCase derived = FeatureCase.of(Path.of("hostile.txt"), form);
    Map<String, String> parts = new LinkedHashMap<>();
    derived.parts().forEach((name, text) -> parts.put(HostileText.of(name), HostileText.of(text)));
    return new FeatureCase(derived.file(), derived.comment(), parts);
  }

  /** What should not have come of it; null if all is well. */
  private static String finding(List<String> command, FeatureCase chart, Path at) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--limits", "strangers"));
    for (String line : chart.parts().getOrDefault("args", "").split("\n")) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        arguments.add(line.substring(0, blank));
        arguments.add(line.substring(blank + 1));
      }
    }
    String[] resolved =
        arguments.stream()
            .map(
                a ->
                    a.equals(".") ? at.toString() : a.replaceFirst("^((a=)?)\\./", "$1" + at + "/"))
            .toArray(String[]::new);
    try {
      CommandRun run = CommandRun.of(resolved);
      boolean clean = run.status() == 0 || run.err().contains("Error: ");
      return run.err().contains("fault of Pintle") || !clean ? shown(run.err()) : null;
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      return e + " at " + List.of(trace).subList(0, Math.min(12, trace.length));
    }
  }

  private static String shown(String err) {
    return err.length() > 2_000 ? err.substring(0, 2_000) + "…" : err;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
