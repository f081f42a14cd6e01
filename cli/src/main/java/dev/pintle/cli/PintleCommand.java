package dev.pintle.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/** The {@code pintle} command itself: its subcommands, and what all of them do on errors. */
@Command(
    name = "pintle",
    description = {
      "Helm charts on the JVM.",
      "",
      "Renders charts as 'helm template' does, byte for byte. Flags are named as Helm names them."
    },
    subcommands = {
      TemplateCommand.class,
      LintCommand.class,
      FleetCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
      VersionCommand.class
    })
final class PintleCommand implements Callable<Integer> {

  private static final Set<String> WITHOUT_CLUSTER = Set.of("template", "fleet", "lint", "version");

  @Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private HelpOption help;
  private final Console console;

  private PintleCommand(Console console) {
    this.console = console;
  }

  /** Runs a command line; gives the exit status, 0 or 1 as Helm's. */
  static int run(Console console, String... arguments) {
    CommandLine commandLine =
        new CommandLine(new PintleCommand(console), new CommandFactory(console))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setAllowOptionsAsOptionParameters(true)
            .setAllowSubcommandsAsOptionParameters(true)
            .setExpandAtFiles(false)
            .setTrimQuotes(false)
            .setExecutionStrategy(parsed -> execute(parsed, console))
            .setParameterExceptionHandler((e, args) -> UsageError.report(console, e))
            .setExecutionExceptionHandler(
                (e, failed, parsed) -> ErrorReport.print(console, e, debug(parsed)));
    IdleFlags.addTo(commandLine.getSubcommands().get("template").getCommandSpec());
    IdleFlags.addGlobalTo(commandLine.getSubcommands().get("lint").getCommandSpec());
    if (mayNeedCluster(arguments)) {
      ClusterCommands.addTo(commandLine);
    }
    try {
      return commandLine.execute(GoFlags.normalize(commandLine, console, arguments));
    } catch (CommandLine.ParameterException e) {
      return UsageError.report(console, e);
    }
  }

  /** To read about the commands that speak with a cluster takes time that others need not spend. */
  private static boolean mayNeedCluster(String... arguments) {
    return arguments.length == 0 || !WITHOUT_CLUSTER.contains(arguments[0]);
  }

  private static int execute(CommandLine.ParseResult parsed, Console console) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.isUsageHelpRequested()) {
      console.out(HelpText.of(last.commandSpec()));
      return 0;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean debug(CommandLine.ParseResult parsed) {
    return parsed.hasSubcommand() ? debug(parsed.subcommand()) : parsed.hasMatchedOption("--debug");
  }

  @Override
  public Integer call() {
    console.out(HelpText.of(spec));
    return 0;
  }

  /** Gives each command the console. */
  private record CommandFactory(Console console) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Console.class})) {
          return type.cast(constructor.newInstance(console));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
