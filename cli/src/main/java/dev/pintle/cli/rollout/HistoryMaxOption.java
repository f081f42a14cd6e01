package dev.pintle.cli.rollout;

import dev.pintle.go.strings.TextParts;
import picocli.CommandLine.Option;

/** {@code --history-max}. */
final class HistoryMaxOption {

  private static final int DEFAULT = 10;

  @Option(
      names = "--history-max",
      paramLabel = "int",
      description =
          "limit the maximum number of revisions saved per release. Use 0 for no limit (default"
              + " 10)")
  private int revisions = byVariable();

  private static int byVariable() {
    String text = System.getenv().getOrDefault("HELM_MAX_HISTORY", "");
    return TextParts.isNumber(text, 9) ? Integer.parseInt(text) : DEFAULT;
  }

  int revisions() {
    return revisions;
  }
}
