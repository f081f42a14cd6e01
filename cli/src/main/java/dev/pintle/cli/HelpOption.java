package dev.pintle.cli;

import picocli.CommandLine.Option;

/** The flag that every command has. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "help for this command")
  private boolean help;

  boolean isAsked() {
    return help;
  }
}
