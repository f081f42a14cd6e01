package dev.pintle.cli;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.go.strconv.GoQuotes;
import java.util.List;
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
    customSynopsis = "pintle completion [bash|zsh] [flags]",
    description = {
      "Generate an autocompletion script for bash or zsh.",
      "",
      "To load completions in the current shell:",
      "",
      "    source <(pintle completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {

  private static final List<String> SHELLS = List.of("bash", "zsh");

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Parameters(arity = "1", paramLabel = "SHELL", description = "bash or zsh")
  private String shell;

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  /** One script serves both: it makes zsh understand bash's completions when zsh reads it. */
  @Override
  public Integer call() {
    if (!SHELLS.contains(shell)) {
      String rule = "knows bash and zsh, not " + GoQuotes.quote(shell);
      throw UsageError.ofArguments(spec, rule);
    }
    console.out(AutoComplete.bash("pintle", spec.root().commandLine()));
    return 0;
  }
}
