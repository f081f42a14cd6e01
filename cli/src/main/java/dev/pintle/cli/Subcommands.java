package dev.pintle.cli;

import dev.pintle.cli.diff.DiffCommand;
import dev.pintle.cli.diff.DriftCommand;
import dev.pintle.cli.flag.IdleFlags;
import dev.pintle.cli.fleet.FleetCommand;
import dev.pintle.cli.lint.LintCommand;
import dev.pintle.cli.release.GetCommand;
import dev.pintle.cli.release.HistoryCommand;
import dev.pintle.cli.release.ListCommand;
import dev.pintle.cli.release.StatusCommand;
import dev.pintle.cli.render.TemplateCommand;
import dev.pintle.cli.rollout.InstallCommand;
import dev.pintle.cli.rollout.RollbackCommand;
import dev.pintle.cli.rollout.TestCommand;
import dev.pintle.cli.rollout.UninstallCommand;
import dev.pintle.cli.rollout.UpgradeCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands below {@code pintle}. To read about all of them takes longer than many a rendering,
 * so that a command line that names its command first gets that one only.
 */
final class Subcommands {

  /** In the order of the help text. */
  static final List<String> NAMES =
      List.of(
          "template",
          "lint",
          "fleet",
          "completion",
          "help",
          "version",
          "install",
          "upgrade",
          "uninstall",
          "rollback",
          "history",
          "status",
          "list",
          "get",
          "test",
          "drift",
          "diff");

  private Subcommands() {}

  /** Adds what the arguments may ask for: one command, or all where that is not plain. */
  static void addTo(CommandLine root, String... arguments) {
    Class<?> named = arguments.length == 0 ? null : named(arguments[0]);
    if (named != null && !looksAtOthers(named)) {
      add(root, named);
    } else {
      NAMES.forEach(name -> add(root, named(name)));
    }
  }

  /** The command of a name or an alias; null if there is none. */
  static Class<?> named(String word) {
    return switch (word) {
      case "template" -> TemplateCommand.class;
      case "lint" -> LintCommand.class;
      case "fleet" -> FleetCommand.class;
      case "completion" -> CompletionCommand.class;
      case "help" -> HelpCommand.class;
      case "version" -> VersionCommand.class;
      case "install" -> InstallCommand.class;
      case "upgrade" -> UpgradeCommand.class;
      case "uninstall", "del", "delete", "un" -> UninstallCommand.class;
      case "rollback" -> RollbackCommand.class;
      case "history", "hist" -> HistoryCommand.class;
      case "status" -> StatusCommand.class;
      case "list", "ls" -> ListCommand.class;
      case "get" -> GetCommand.class;
      case "test" -> TestCommand.class;
      case "drift" -> DriftCommand.class;
      case "diff" -> DiffCommand.class;
      default -> null;
    };
  }

  private static boolean looksAtOthers(Class<?> command) {
    return command == HelpCommand.class || command == CompletionCommand.class;
  }

  private static void add(CommandLine root, Class<?> type) {
    CommandLine command = new CommandLine(type, root.getFactory());
    CommandSpec spec = command.getCommandSpec();
    switch (spec.name()) {
      case "fleet",
          "completion",
          "help",
          "version" -> {} // scripts of Helm's users have no flags for them
      case "lint" -> IdleFlags.addGlobalTo(spec);
      default -> addIdleFlags(command);
    }
    root.addSubcommand(spec.name(), command, spec.aliases());
  }

  private static void addIdleFlags(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    boolean takesChart = spec.findOption("--set") != null;
    if (takesChart) {
      IdleFlags.addTo(spec);
    } else {
      IdleFlags.addGlobalTo(spec);
    }
    spec.subcommands().values().forEach(Subcommands::addIdleFlags);
  }
}
