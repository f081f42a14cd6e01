package dev.pintle.cli.release;

import picocli.CommandLine.Option;

/** {@code --revision}. */
final class RevisionOption {

  @Option(
      names = "--revision",
      paramLabel = "int",
      description = "which revision of the named release; the last one if it is not given")
  private int number;

  /** 0 for the last. */
  int number() {
    return Math.max(0, number);
  }
}
