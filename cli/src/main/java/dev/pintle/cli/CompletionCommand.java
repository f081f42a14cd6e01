package dev.pintle.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle completion}. */
@Command(
    name = "completion",
    header = "generate autocompletion scripts for the specified shell",
    customSynopsis = "pintle completion [bash|zsh]",
    description = {
      "Generate an autocompletion script for bash or zsh.",
      "",
      "To load completions in the current shell:",
      "",
      "    source <(pintle completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {

  private enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Parameters(arity = "1", paramLabel = "SHELL", description = "bash or zsh")
  private Shell shell;

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  /** One script serves both: it makes zsh understand bash's completions when zsh reads it. */
  @Override
  public Integer call() {
    console.out(AutoComplete.bash("pintle", spec.root().commandLine()));
    return 0;
  }
}
