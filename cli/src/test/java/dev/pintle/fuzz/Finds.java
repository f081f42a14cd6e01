package dev.pintle.fuzz;

import dev.pintle.cli.FeatureCase;
import dev.pintle.cli.FeatureCase.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The differences found so far, each in a file that can be moved to the cases of {@link
 * FeatureCase}, with what Helm printed in it. Safe for several threads.
 */
final class Finds {

  /** How many of one kind are looked at closely. */
  private static final int ENOUGH_OF_A_KIND = 2;

  private final Path directory;
  private final Map<String, Integer> kinds = new ConcurrentHashMap<>();

  Finds(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** True if there were not enough differences of that kind yet; counts it. */
  boolean isNews(Answer pintle, Answer helm) {
    return kinds.merge(Comparison.kind(pintle, helm), 1, Integer::sum) <= ENOUGH_OF_A_KIND;
  }

  /** How many differences of each kind there were. */
  Map<String, Integer> kinds() {
    return Map.copyOf(kinds);
  }

  /** How many differences there were, and of which kinds. */
  String summary() {
    return kinds.values().stream().mapToInt(i -> i).sum()
        + " differences of "
        + kinds.size()
        + " kinds"
        + kinds.entrySet().stream()
            .map(kind -> "%n%6d  %s".formatted(kind.getValue(), kind.getKey()))
            .sorted()
            .collect(Collectors.joining());
  }

  /** Writes a difference: the case, and beside it what Pintle printed. */
  void write(long seed, String name, Piece chart, Answer pintle, Answer helm) throws IOException {
    Path file = directory.resolve(seed + "-" + name + ".txt");
    FeatureCase.of(file, "Found with seed " + seed + ".\n" + chart.text()).rewrite(helm);
    String ours = pintle.out() + pintle.err();
    Files.writeString(directory.resolve(seed + "-" + name + ".pintle"), ours);
  }
}
