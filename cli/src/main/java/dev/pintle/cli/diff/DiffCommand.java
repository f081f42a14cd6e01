package dev.pintle.cli.diff;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.Plan;
import dev.pintle.apply.Target;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.CommandGroup;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.rollout.RollbackCommand;
import dev.pintle.cli.rollout.RolloutOptions;
import dev.pintle.cli.rollout.ServerSideOption;
import dev.pintle.cli.rollout.UpgradeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle diff}: what a command would change, before it is given. */
@Command(
    name = "diff",
    header = "show what an upgrade or a rollback would change in the cluster",
    description = {"This command shows what another command would change, and changes nothing."},
    subcommands = {DiffCommand.Upgrade.class, DiffCommand.Rollback.class})
public final class DiffCommand extends CommandGroup {

  public DiffCommand(Console console) {
    super(console);
  }

  /** {@code pintle diff upgrade}. */
  @Command(
      name = "upgrade",
      header = "show what an upgrade would change in the cluster",
      customSynopsis = "pintle diff upgrade [RELEASE] [CHART] [flags]",
      description = {
        "This command shows, field by field, what 'pintle upgrade' with the same flags would"
            + " change",
        "in the cluster, and what would make it fail: conflicts with others who manage the same",
        "fields, objects that belong to somebody else, what the server refuses.",
        "",
        "The exit code is 0 if nothing would change, 2 if something would, and 1 after an error or",
        "if the upgrade would fail."
      })
  public static final class Upgrade implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HelpOption help;
    @Mixin private GlobalOptions globalOptions;
    @Mixin private UpgradeOptions upgradeOptions;
    @Mixin private DifferenceOutput output;

    @Option(
        names = {"-i", "--install"},
        description = "if a release by this name doesn't already exist, show what an install does")
    private boolean install;

    @Parameters(hidden = true)
    private List<String> arguments = new ArrayList<>();

    private final Console console;

    public Upgrade(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      UsageError.requireExactly(spec, 2, arguments);
      upgradeOptions.check();
      Plan plan;
      try (GlobalOptions.Connected cluster = globalOptions.connect(upgradeOptions.limits())) {
        Target target = cluster.applier().target(arguments.get(0), cluster.namespace());
        Mode mode = UpgradeOptions.mode(target, install);
        plan =
            upgradeOptions
                .rollout(cluster, console)
                .plan(
                    target,
                    arguments.get(1),
                    mode,
                    options -> options.serverSide(upgradeOptions.method(mode)));
      }
      return output.print(console, plan, arguments.get(0));
    }
  }

  /** {@code pintle diff rollback}. */
  @Command(
      name = "rollback",
      header = "show what a rollback would change in the cluster",
      customSynopsis = "pintle diff rollback <RELEASE> [REVISION] [flags]",
      description = {
        "This command shows, field by field, what 'pintle rollback' with the same flags would"
            + " change",
        "in the cluster, and what would make it fail.",
        "",
        "The exit code is 0 if nothing would change, 2 if something would, and 1 after an error or",
        "if the rollback would fail."
      })
  public static final class Rollback implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HelpOption help;
    @Mixin private GlobalOptions globalOptions;
    @Mixin private RolloutOptions rolloutOptions;
    @Mixin private ServerSideOption serverSide;
    @Mixin private DifferenceOutput output;

    @Parameters(hidden = true)
    private List<String> arguments = new ArrayList<>();

    private final Console console;

    public Rollback(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      UsageError.requireAtLeastOne(spec, arguments);
      String name = arguments.get(0);
      int revision = RollbackCommand.revision(arguments);
      rolloutOptions.check();
      Plan plan;
      try (GlobalOptions.Connected cluster = globalOptions.connect()) {
        ApplyOptions options =
            ApplyOptions.of(
                builder -> {
                  rolloutOptions.addTo(builder, console);
                  builder.serverSide(serverSide.method());
                });
        plan = cluster.applier().planRollback(name, cluster.namespace(), revision, options);
      }
      return output.print(console, plan, name);
    }
  }
}
