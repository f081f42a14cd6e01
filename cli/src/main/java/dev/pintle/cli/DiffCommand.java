package dev.pintle.cli;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.Plan;
import dev.pintle.apply.Target;
import dev.pintle.release.Release;
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
    header = "show what an upgrade would change in the cluster",
    description = {"This command shows what another command would change, and changes nothing."},
    subcommands = DiffCommand.Upgrade.class)
final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out(HelpText.of(spec));
    return 0;
  }

  /** {@code pintle diff upgrade}. */
  @Command(
      name = "upgrade",
      header = "show what an upgrade would change in the cluster",
      customSynopsis = "pintle diff upgrade [RELEASE] [CHART] [flags]",
      description = {
        "This command shows, field by field, what 'pintle upgrade' with the same flags would change",
        "in the cluster, and what would make it fail: conflicts with others who manage the same",
        "fields, objects that belong to somebody else, what the server refuses.",
        "",
        "The exit code is 0 if nothing would change, 2 if something would, and 1 after an error or",
        "if the upgrade would fail."
      })
  static final class Upgrade implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HelpOption help;
    @Mixin private GlobalOptions globalOptions;
    @Mixin private ChartChangeOptions changeOptions;
    @Mixin private EarlierValuesOptions earlierValues;
    @Mixin private ValuesOptions valuesOptions;
    @Mixin private DifferenceOutput output;

    @Option(
        names = {"-i", "--install"},
        description = "if a release by this name doesn't already exist, show what an install does")
    private boolean install;

    @Parameters(hidden = true)
    private List<String> arguments = new ArrayList<>();

    private final Console console;

    Upgrade(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      UsageError.requireExactly(spec, 2, arguments);
      changeOptions.check();
      Plan plan;
      try (GlobalOptions.Connected cluster = globalOptions.connect()) {
        plan = plan(cluster);
      }
      output.print(console, DifferenceReport.of(plan, arguments.get(0)));
      console.err(DifferenceReport.obstacles(plan));
      if (!plan.obstacles().isEmpty()) {
        return 1;
      }
      return plan.changes().isEmpty() ? 0 : DifferenceOutput.SOME;
    }

    private Plan plan(GlobalOptions.Connected cluster) {
      Target target = cluster.applier().target(arguments.get(0), cluster.namespace());
      Mode mode = Mode.UPGRADE;
      if (install && target.current() == null) {
        mode = target.revision() > 1 ? Mode.REPLACE : Mode.INSTALL;
      }
      ReleaseRollout rollout = new ReleaseRollout(cluster, changeOptions, valuesOptions, console);
      Release release = rollout.render(target, arguments.get(1), mode, earlierValues.use());
      Mode meant = mode;
      return cluster
          .applier()
          .plan(release, ApplyOptions.of(options -> changeOptions.addTo(options, meant, console)));
    }
  }
}
