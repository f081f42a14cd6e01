package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.console.Interruption;
import dev.pintle.cli.console.ProgressDisplay;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle rollback}. */
@Command(
    name = "rollback",
    header = "roll back a release to a previous revision",
    customSynopsis = "pintle rollback <RELEASE> [REVISION] [flags]",
    description = {
      "This command rolls back a release to a previous revision.",
      "",
      "The first argument is the name of a release, and the second is a revision (version) number.",
      "If that is omitted or 0, it will roll back to the previous release."
    })
public final class RollbackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private RolloutOptions rolloutOptions;
  @Mixin private ServerSideOption serverSide;
  @Mixin private HistoryMaxOption historyMax;

  @Option(
      names = "--cleanup-on-fail",
      description = "allow deletion of new resources created in this rollback when rollback fails")
  private boolean cleanupOnFail;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireAtLeastOne(spec, arguments);
    String name = arguments.get(0);
    int revision = revision(arguments);
    rolloutOptions.check();
    try (GlobalOptions.Connected cluster = globalOptions.connect();
        ProgressDisplay progress = ProgressDisplay.on(console);
        Interruption interruption = Interruption.watch(console, name)) {
      ApplyOptions options =
          ApplyOptions.of(
              builder -> {
                rolloutOptions.addTo(builder, console);
                builder.serverSide(serverSide.method());
                builder.historyMax(historyMax.revisions()).progress(progress);
                builder.cancellation(interruption.cancellation());
                if (cleanupOnFail) {
                  builder.cleanupOnFail();
                }
              });
      ApplyResult result = cluster.applier().rollback(name, cluster.namespace(), revision, options);
      progress.close();
      console.err(ErrorReport.ofWarnings(result.warnings()));
    }
    console.out("Rollback was a success! Happy Helming!\n");
    return 0;
  }

  /** The revision after the release's name; 0 if there is none. */
  public static int revision(List<String> arguments) {
    return arguments.size() > 1 ? revision(arguments.get(1)) : 0;
  }

  private static int revision(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw UsageError.of(
          "could not convert revision to a number: " + UsageError.unreadable("Atoi", text));
    }
  }
}
