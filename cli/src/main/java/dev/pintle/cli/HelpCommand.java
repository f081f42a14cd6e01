package dev.pintle.cli;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.HelpText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle help}. */
@Command(
    name = "help",
    header = "Help about any command",
    customSynopsis = "pintle help [command] [flags]",
    description = "Help provides help for any command in the application.")
final class HelpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Parameters(hidden = true)
  private List<String> names = new ArrayList<>();

  private final Console console;

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandSpec found = spec.root();
    for (String name : names) {
      CommandLine subcommand = found.subcommands().get(name);
      if (subcommand == null) {
        throw new CommandLine.UnmatchedArgumentException(found.commandLine(), List.of(name));
      }
      found = subcommand.getCommandSpec();
    }
    console.out(HelpText.of(found));
    return 0;
  }
}
