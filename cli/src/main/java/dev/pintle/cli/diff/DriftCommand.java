package dev.pintle.cli.diff;

import dev.pintle.apply.Drift;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle drift}. */
@Command(
    name = "drift",
    header = "show what differs between a release and its objects in the cluster",
    customSynopsis = "pintle drift RELEASE_NAME [flags]",
    description = {
      "This command compares the last deployed revision of a release with its objects as they are",
      "now: what an upgrade to the same revision would set right, field by field, with who set the",
      "field last and when. What the server sets by default or adds of its own is no drift.",
      "",
      "The exit code is 0 if there is none, 2 if there is some, and 1 after an error."
    })
public final class DriftCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private DifferenceOutput output;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public DriftCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireExactly(spec, 1, arguments);
    Drift drift;
    try (GlobalOptions.Connected cluster = globalOptions.connect()) {
      drift = cluster.applier().drift(arguments.get(0), cluster.namespace());
    }
    output.print(console, DifferenceReport.of(drift));
    return drift.isNone() ? 0 : DifferenceOutput.SOME;
  }
}
