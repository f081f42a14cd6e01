package dev.pintle.cli;

import picocli.CommandLine.Option;

/** The flag that every command has; {@link PintleCommand} answers it. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "help for this command")
  private boolean help;
}
