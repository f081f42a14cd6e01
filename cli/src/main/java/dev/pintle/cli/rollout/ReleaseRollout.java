package dev.pintle.cli.rollout;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Builder;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Plan;
import dev.pintle.apply.Target;
import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.chart.ChartLoader;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.console.Interruption;
import dev.pintle.cli.console.ProgressDisplay;
import dev.pintle.cli.render.ChartPath;
import dev.pintle.cli.render.ValuesOptions;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.cli.report.ReleaseReport;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Capabilities;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.EarlierValues;
import dev.pintle.render.Pintle;
import dev.pintle.template.ClusterReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Renders a chart for a cluster and brings it there, or finds out what that would do: what {@code
 * install}, {@code upgrade} and {@code diff upgrade} have in common.
 *
 * @param cluster which cluster, and where in it
 * @param changeOptions the flags about the rollout
 * @param valuesOptions the flags about values
 * @param use what an upgrade makes of the values of the last revision
 */
public record ReleaseRollout(
    GlobalOptions.Connected cluster,
    ChartChangeOptions changeOptions,
    ValuesOptions valuesOptions,
    EarlierValues.Use use,
    Console console) {

  /** What an operation that failed is called by Helm. */
  static PintleException failed(String what, PintleException e) {
    return new PintleException(what + " FAILED: " + e.getMessage(), e.diagnostics(), e);
  }

  /**
   * Does it.
   *
   * @param target what the release is rendered for
   * @param mode what it is meant to be
   * @param more flags that only one of the commands has
   */
  ApplyResult run(
      Target target, String chartArgument, Mode mode, Consumer<ApplyOptions.Builder> more) {
    Chart chart = load(chartArgument);
    ReleaseRequest request = request(target, mode);
    List<ChartFile> crds =
        mode == Mode.UPGRADE || changeOptions.skipsCrds()
            ? List.of()
            : Pintle.builder().limits(changeOptions.limits()).build().crds(chart, request);
    if (crds.isEmpty() || changeOptions.isDryRun()) {
      warnOf(crds);
      return apply(render(target, chart, request), mode, more);
    }
    Target afterwards = installCrds(crds, target, mode, more);
    return apply(
        render(afterwards, chart, request.withCapabilities(afterwards.capabilities())),
        mode,
        more.andThen(Builder::skipCrds));
  }

  /** Finds out what {@link #run} would do, from the same parameters. */
  public Plan plan(
      Target target, String chartArgument, Mode mode, Consumer<ApplyOptions.Builder> more) {
    Release release = render(target, load(chartArgument), request(target, mode));
    return applier()
        .plan(
            release,
            ApplyOptions.of(
                options -> {
                  changeOptions.addTo(options, mode, console);
                  more.accept(options);
                }));
  }

  private Chart load(String chartArgument) {
    Path path = ChartPath.locate(chartArgument, changeOptions.unsupported());
    changeOptions.checkSecrets();
    return ChartLoader.with(changeOptions.limits()).load(path);
  }

  private void warnOf(List<ChartFile> crds) {
    if (!crds.isEmpty() && changeOptions.asksTheServer()) {
      console.warn(
          "This chart or one of its subcharts contains CRDs. Rendering may fail or contain"
              + " inaccuracies.");
    }
  }

  /** As Helm does it, before the templates are rendered. */
  private Target installCrds(
      List<ChartFile> crds, Target target, Mode mode, Consumer<ApplyOptions.Builder> more) {
    try (Interruption interruption = Interruption.watch(console, target.name())) {
      ApplyOptions options =
          ApplyOptions.of(
              builder -> {
                changeOptions.addForceTo(builder);
                builder.mode(mode).cancellation(interruption.cancellation());
                more.accept(builder);
              });
      return applier().installCrds(crds, target.name(), target.namespace(), options);
    }
  }

  private ReleaseRequest request(Target target, Mode mode) {
    return ReleaseRequest.of(
        builder -> {
          target.prepare(builder).isUpgrade(mode == Mode.UPGRADE);
          if (mode == Mode.REPLACE) {
            builder.revision(0); // Helm tells templates that it is the first, whatever it is
          }
          if (mode != Mode.UPGRADE && changeOptions.staysWithTheClient()) {
            builder.capabilities(Capabilities.standard()); // Helm's upgrade alone asks the server
          }
          changeOptions.addTo(builder);
          valuesOptions.addTo(builder, console);
        });
  }

  private Release render(Target target, Chart given, ReleaseRequest asked) {
    ReleaseRequest request = asked;
    Chart chart = given;
    if (request.isUpgrade() && target.current() != null) {
      EarlierValues earlier =
          new EarlierValues(target.current().chart(), target.current().values());
      EarlierValues.Renewed renewed = earlier.renew(use, chart, request.values());
      chart = renewed.chart();
      request = request.withValues(renewed.values());
    }
    ClusterReader reader =
        changeOptions.staysWithTheClient() ? ClusterReader.none() : applier().cluster();
    Release release =
        Pintle.builder()
            .limits(changeOptions.limits())
            .cluster(reader)
            .build()
            .render(chart, request);
    console.err(ErrorReport.ofWarnings(release.warnings()));
    return release;
  }

  private ApplyResult apply(Release release, Mode mode, Consumer<ApplyOptions.Builder> more) {
    try (ProgressDisplay progress = ProgressDisplay.on(console);
        Interruption interruption = Interruption.watch(console, release.name())) {
      ApplyResult result =
          applier()
              .apply(
                  release,
                  options -> {
                    changeOptions.addTo(options, mode, console);
                    options.historyMax(0).progress(progress); // upgrades alone remove old ones
                    options.cancellation(interruption.cancellation());
                    more.accept(options);
                  });
      progress.close();
      console.err(ErrorReport.ofWarnings(result.warnings()));
      return result;
    }
  }

  /** The printed result of an install or upgrade. */
  void print(ApplyResult result, OutputOption output, String headline) {
    ReleaseReport report =
        ReleaseReport.of(
            changeOptions.hidesSecrets() ? HiddenSecrets.in(result.record()) : result.record(),
            false,
            changeOptions.showsNotes());
    output.print(console, () -> headline + report.text(false), report::data);
  }

  /** The applier. */
  Applier applier() {
    return cluster.applier();
  }
}
