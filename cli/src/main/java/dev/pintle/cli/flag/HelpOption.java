package dev.pintle.cli.flag;

import picocli.CommandLine.Option;

/** The flag that every command has. Whoever runs the command line answers it. */
public final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "help for this command")
  private boolean help;
}
