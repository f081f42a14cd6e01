package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Cascade;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.UninstallOptions;
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

/** {@code pintle uninstall}. */
@Command(
    name = "uninstall",
    aliases = {"del", "delete", "un"},
    header = "uninstall a release",
    customSynopsis = "pintle uninstall RELEASE_NAME [...] [flags]",
    description = {
      "This command takes a release name and uninstalls the release.",
      "",
      "It removes all of the resources associated with the last release of the chart",
      "as well as the release history, freeing it up for future use."
    })
public final class UninstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private WaitOptions waitOptions;

  @Option(names = "--dry-run", description = "simulate a uninstall")
  private boolean dryRun;

  @Option(names = "--no-hooks", description = "prevent hooks from running during uninstallation")
  private boolean noHooks;

  @Option(
      names = "--ignore-not-found",
      description = "Treat \"release not found\" as a successful uninstall")
  private boolean ignoreNotFound;

  @Option(
      names = "--keep-history",
      description =
          "remove all associated resources and mark the release as deleted, but retain the release"
              + " history")
  private boolean keepHistory;

  @Option(
      names = "--cascade",
      paramLabel = "string",
      description =
          "Must be \"background\", \"orphan\", or \"foreground\". Selects the deletion cascading"
              + " strategy for the dependents. Defaults to background. Use \"foreground\" with"
              + " --wait to ensure resources with finalizers are fully deleted before returning.")
  private String cascade = "background";

  @Option(names = "--description", paramLabel = "string", description = "add a custom description")
  private String description = "";

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public UninstallCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireAtLeastOne(spec, arguments);
    Cascade policy = cascade();
    try (GlobalOptions.Connected cluster = globalOptions.connect()) {
      for (String name : arguments) {
        uninstall(cluster, name, policy);
      }
    }
    return 0;
  }

  private Cascade cascade() {
    return switch (cascade) {
      case "background" -> Cascade.BACKGROUND;
      case "foreground" -> Cascade.FOREGROUND;
      case "orphan" -> Cascade.ORPHAN;
      default ->
          throw UsageError.of(
              "invalid cascade value ("
                  + cascade
                  + "). Must be \"background\", \"foreground\", or \"orphan\"");
    };
  }

  private void uninstall(GlobalOptions.Connected cluster, String name, Cascade policy) {
    ApplyResult result;
    try (ProgressDisplay progress = ProgressDisplay.on(console);
        Interruption interruption = Interruption.watch(console, name)) {
      UninstallOptions options =
          UninstallOptions.of(
              builder -> {
                waitOptions.addTo(builder, console);
                builder.cascade(policy).description(description).progress(progress);
                builder.cancellation(interruption.cancellation());
                flags(builder);
              });
      result = cluster.applier().uninstall(name, cluster.namespace(), options);
    }
    console.err(ErrorReport.ofWarnings(result.warnings()));
    List<ObjectRef> kept = result.objects(ObjectOutcome.Action.KEPT);
    if (!kept.isEmpty()) {
      console.out("These resources were kept due to the resource policy:\n");
      kept.forEach(object -> console.out("[" + object.kind() + "] " + object.name() + "\n"));
      console.out("\n");
    }
    console.out("release \"" + name + "\" uninstalled\n");
  }

  private void flags(UninstallOptions.Builder builder) {
    if (dryRun) {
      builder.dryRun();
    }
    if (noHooks) {
      builder.noHooks();
    }
    if (ignoreNotFound) {
      builder.ignoreNotFound();
    }
    if (keepHistory) {
      builder.keepHistory();
    }
  }
}
