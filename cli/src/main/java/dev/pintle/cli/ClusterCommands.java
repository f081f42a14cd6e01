package dev.pintle.cli;

import java.util.List;
import picocli.CommandLine;

/** The commands that speak with a cluster. */
final class ClusterCommands {

  private static final List<Class<?>> ALL =
      List.of(
          InstallCommand.class,
          UpgradeCommand.class,
          UninstallCommand.class,
          RollbackCommand.class,
          HistoryCommand.class,
          StatusCommand.class,
          ListCommand.class,
          GetCommand.class,
          TestCommand.class,
          DriftCommand.class,
          DiffCommand.class);

  private ClusterCommands() {}

  static void addTo(CommandLine commandLine) {
    for (Class<?> type : ALL) {
      // The way in which picocli makes those that it finds in an annotation.
      CommandLine command = new CommandLine(type, commandLine.getFactory());
      add(commandLine, command);
    }
  }

  private static void add(CommandLine parent, CommandLine command) {
    addIdleFlags(command);
    CommandLine.Model.CommandSpec spec = command.getCommandSpec();
    parent.addSubcommand(spec.name(), command, spec.aliases());
  }

  private static void addIdleFlags(CommandLine command) {
    CommandLine.Model.CommandSpec spec = command.getCommandSpec();
    boolean takesChart = spec.findOption("--set") != null;
    if (takesChart) {
      IdleFlags.addTo(spec);
    } else {
      IdleFlags.addGlobalTo(spec);
    }
    spec.subcommands().values().forEach(ClusterCommands::addIdleFlags);
  }
}
