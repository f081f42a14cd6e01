package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.render.NameOptions;
import dev.pintle.cli.render.ValuesOptions;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.TextParts;
import dev.pintle.render.EarlierValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle install}. */
@Command(
    name = "install",
    header = "install a chart",
    customSynopsis = "pintle install [NAME] [CHART] [flags]",
    description = {
      "This command installs a chart archive or directory.",
      "",
      "To override values in a chart, use either the '--values' flag and pass in a file or use the",
      "'--set' flag and pass configuration from the command line."
    })
public final class InstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private ChartChangeOptions changeOptions;
  @Mixin private NameOptions nameOptions;
  @Mixin private ValuesOptions valuesOptions;
  @Mixin private ServerSideSwitch serverSide;
  @Mixin private OutputOption output;

  @Option(
      names = "--replace",
      description =
          "reuse the given name, only if that name is a deleted release which remains in the"
              + " history. This is unsafe in production")
  private boolean replace;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public InstallCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireAtLeastOne(spec, arguments);
    changeOptions.check();
    ApplyMethod method = serverSide.method();
    try (GlobalOptions.Connected cluster = globalOptions.connect(changeOptions.limits())) {
      String name = name();
      ReleaseRollout rollout =
          new ReleaseRollout(
              cluster, changeOptions, valuesOptions, EarlierValues.Use.RESET, console);
      ApplyResult result =
          rollout.run(
              rollout.applier().target(name, cluster.namespace()),
              arguments.get(arguments.size() - 1),
              replace ? Mode.REPLACE : Mode.INSTALL,
              options -> options.serverSide(method));
      rollout.print(result, output, "");
      return 0;
    } catch (PintleException e) {
      throw ReleaseRollout.failed("INSTALLATION", e);
    }
  }

  private String name() {
    String name = nameOptions.name(arguments);
    if (name != null) {
      return name;
    } else if (nameOptions.generatesName()) {
      return generatedName(arguments.get(0));
    }
    throw UsageError.of("must either provide a name or specify --generate-name");
  }

  /** The chart's file name up to its first dot, and the seconds since 1970. */
  private static String generatedName(String chart) {
    String base = TextParts.withoutEnd(chart, '/');
    base = base.substring(base.lastIndexOf('/') + 1);
    if (base.equals(".") || base.isEmpty()) {
      base = "chart";
    }
    int dot = base.indexOf('.');
    return (dot < 0 ? base : base.substring(0, dot)) + "-" + Instant.now().getEpochSecond();
  }
}
