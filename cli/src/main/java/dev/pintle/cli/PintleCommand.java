package dev.pintle.cli;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.flag.CommandGroup;
import dev.pintle.cli.flag.GoFlags;
import dev.pintle.cli.flag.HelpText;
import dev.pintle.cli.flag.UsageError;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code pintle} command itself: its subcommands, and what all of them do on errors. */
@Command(
    name = "pintle",
    description = {
      "Helm charts on the JVM.",
      "",
      "Renders charts as 'helm template' does, byte for byte. Flags are named as Helm names them."
    })
final class PintleCommand extends CommandGroup {

  private PintleCommand(Console console) {
    super(console);
  }

  /** Runs a command line; gives the exit status, 0 or 1 as Helm's. */
  static int run(Console console, String... arguments) {
    CommandLine commandLine =
        new CommandLine(new PintleCommand(console), new CommandFactory(console));
    Subcommands.addTo(commandLine, arguments);
    Handling handling = new Handling(console);
    commandLine // what follows is for the subcommands too, if they are there already
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .setAllowOptionsAsOptionParameters(true)
        .setAllowSubcommandsAsOptionParameters(true)
        .setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setExecutionStrategy(handling)
        .setParameterExceptionHandler(handling)
        .setExecutionExceptionHandler(handling);
    try {
      return commandLine.execute(GoFlags.normalize(commandLine, console, arguments));
    } catch (CommandLine.ParameterException e) {
      return UsageError.report(console, e);
    }
  }

  /**
   * What picocli calls back. A class and not three lambdas: lambdas for interfaces as old as
   * picocli's cannot be kept in the archive of classes that makes the start quick.
   */
  private record Handling(Console console)
      implements CommandLine.IExecutionStrategy,
          CommandLine.IParameterExceptionHandler,
          CommandLine.IExecutionExceptionHandler {

    @Override
    public int execute(CommandLine.ParseResult parsed) {
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

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
      return UsageError.report(console, e);
    }

    @Override
    public int handleExecutionException(
        Exception e, CommandLine failed, CommandLine.ParseResult parsed) {
      return ErrorReport.print(console, e, debug(parsed));
    }

    private static boolean debug(CommandLine.ParseResult parsed) {
      return parsed.hasSubcommand()
          ? debug(parsed.subcommand())
          : parsed.hasMatchedOption("--debug");
    }
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
