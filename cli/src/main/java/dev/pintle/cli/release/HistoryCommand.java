package dev.pintle.cli.release;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.chart.Metadata;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.cli.report.ShownTime;
import dev.pintle.cli.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle history}. */
@Command(
    name = "history",
    aliases = "hist",
    header = "fetch release history",
    customSynopsis = "pintle history RELEASE_NAME [flags]",
    description = {
      "History prints historical revisions for a given release.",
      "",
      "A default maximum of 256 revisions will be returned. Setting '--max'",
      "configures the maximum length of the revision list returned."
    })
public final class HistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private OutputOption output;

  @Option(
      names = "--max",
      paramLabel = "int",
      description = "maximum number of revision to include in history (default 256)")
  private int max = 256;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireExactly(spec, 1, arguments);
    List<ReleaseRecord> all;
    try (GlobalOptions.Connected cluster = globalOptions.connect()) {
      all = cluster.applier().history(arguments.get(0), cluster.namespace());
    }
    List<ReleaseRecord> shown = all.subList(Math.max(0, all.size() - Math.max(0, max)), all.size());
    output.print(
        console, () -> table(shown), () -> shown.stream().map(HistoryCommand::fields).toList());
    return 0;
  }

  private static String table(List<ReleaseRecord> releases) {
    TextTable table = new TextTable();
    table.row("REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION", "DESCRIPTION");
    for (ReleaseRecord release : releases) {
      table.row(
          Integer.toString(release.revision()),
          ShownTime.ansic(release.info().lastDeployed()),
          release.status().helmName(),
          chart(release),
          appVersion(release),
          release.info().description());
    }
    return table.text();
  }

  private static Map<String, Object> fields(ReleaseRecord release) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("revision", (long) release.revision());
    if (release.info().lastDeployed() != null) {
      fields.put("updated", ShownTime.rfc3339Nano(release.info().lastDeployed()));
    }
    fields.put("status", release.status().helmName());
    fields.put("chart", chart(release));
    fields.put("app_version", appVersion(release));
    fields.put("description", release.info().description());
    return fields;
  }

  /** Name and version of a release's chart; records have been seen that have none. */
  static String chart(ReleaseRecord release) {
    Metadata chart = release.chart().metadata();
    return chart.name().isEmpty() ? "MISSING" : chart.name() + "-" + chart.version();
  }

  static String appVersion(ReleaseRecord release) {
    Metadata chart = release.chart().metadata();
    return chart.name().isEmpty() ? "MISSING" : chart.appVersion();
  }
}
