package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Target;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.diagnostic.PintleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle upgrade}. */
@Command(
    name = "upgrade",
    header = "upgrade a release",
    customSynopsis = "pintle upgrade [RELEASE] [CHART] [flags]",
    description = {
      "This command upgrades a release to a new version of a chart.",
      "",
      "Values given to the last revision are used again if none are given now, unless",
      "'--reset-values' is set; '--reuse-values' and '--reset-then-reuse-values' merge both."
    })
public final class UpgradeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private UpgradeOptions upgradeOptions;
  @Mixin private HistoryMaxOption historyMax;
  @Mixin private OutputOption output;

  @Option(
      names = {"-i", "--install"},
      description = "if a release by this name doesn't already exist, run an install")
  private boolean install;

  @Option(
      names = "--cleanup-on-fail",
      description = "allow deletion of new resources created in this upgrade when upgrade fails")
  private boolean cleanupOnFail;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public UpgradeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireExactly(spec, 2, arguments);
    upgradeOptions.check();
    try (GlobalOptions.Connected cluster = globalOptions.connect(upgradeOptions.limits())) {
      Target target = cluster.applier().target(arguments.get(0), cluster.namespace());
      ReleaseRollout rollout = upgradeOptions.rollout(cluster, console);
      Mode mode = UpgradeOptions.mode(target, install);
      if (mode == Mode.UPGRADE) {
        upgrade(rollout, target);
      } else {
        install(rollout, target, mode);
      }
    }
    return 0;
  }

  private void install(ReleaseRollout rollout, Target target, Mode mode) {
    if (output.isTable()) {
      console.out("Release \"" + target.name() + "\" does not exist. Installing it now.\n");
    }
    ApplyResult result =
        rollout.run(
            target,
            arguments.get(1),
            mode,
            options -> options.serverSide(upgradeOptions.method(mode)));
    rollout.print(result, output, "");
  }

  private void upgrade(ReleaseRollout rollout, Target target) {
    ApplyResult result;
    try {
      result =
          rollout.run(
              target,
              arguments.get(1),
              Mode.UPGRADE,
              options -> {
                options.serverSide(upgradeOptions.method(Mode.UPGRADE));
                options.historyMax(historyMax.revisions());
                if (cleanupOnFail) {
                  options.cleanupOnFail();
                }
              });
    } catch (PintleException e) {
      throw ReleaseRollout.failed("UPGRADE", e);
    }
    rollout.print(
        result, output, "Release \"" + target.name() + "\" has been upgraded. Happy Helming!\n");
  }
}
