package dev.pintle.cli.release;

import dev.pintle.apply.LiveStatus;
import dev.pintle.apply.ObjectForm;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.cli.report.ReleaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle status}. */
@Command(
    name = "status",
    header = "display the status of the named release",
    customSynopsis = "pintle status RELEASE_NAME [flags]",
    description = {
      "This command shows the status of a named release: when and where it was deployed, its state",
      "and revision, its objects as the server shows them, the last run of its tests, and the",
      "chart's notes."
    })
public final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private OutputOption output;
  @Mixin private RevisionOption revision;

  @Option(
      names = "--readiness",
      description = "also say of each object whether it is ready, by the rules of kstatus")
  private boolean readiness;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireExactly(spec, 1, arguments);
    LiveStatus status;
    try (GlobalOptions.Connected cluster = globalOptions.connect()) {
      ObjectForm form = output.isTable() ? ObjectForm.TABLE : ObjectForm.WHOLE;
      status =
          cluster.applier().status(arguments.get(0), cluster.namespace(), revision.number(), form);
    }
    console.err(ErrorReport.ofWarnings(status.warnings()));
    ReleaseReport report =
        new ReleaseReport(
            status.record(),
            status.resources(),
            readiness ? status.objects() : List.of(),
            false,
            true);
    output.print(console, () -> report.text(false), report::dataWithObjects);
    return 0;
  }
}
