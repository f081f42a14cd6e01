package dev.pintle.cli;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Target;
import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.EarlierValues;
import dev.pintle.render.Pintle;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Renders a chart for a cluster and brings it there: what {@code install} and {@code upgrade} have
 * in common.
 *
 * @param cluster which cluster, and where in it
 * @param changeOptions the flags about the rollout
 * @param valuesOptions the flags about values
 */
record ReleaseRollout(
    GlobalOptions.Connected cluster,
    ChartChangeOptions changeOptions,
    ValuesOptions valuesOptions,
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
   * @param use what becomes of earlier values, if there are any
   * @param historyMax how many revisions are kept
   * @param more flags that only one of the commands has
   */
  ApplyResult run(
      Target target,
      String chartArgument,
      Mode mode,
      EarlierValues.Use use,
      int historyMax,
      Consumer<ApplyOptions.Builder> more) {
    return apply(render(target, chartArgument, mode, use), mode, historyMax, more);
  }

  /** The release as it would be brought there. */
  Release render(Target target, String chartArgument, Mode mode, EarlierValues.Use use) {
    Path path = ChartPath.locate(chartArgument, changeOptions.unsupported());
    changeOptions.checkSecrets();
    boolean upgrade = mode == Mode.UPGRADE;
    ReleaseRequest request =
        ReleaseRequest.of(
            builder -> {
              target.prepare(builder).isUpgrade(upgrade);
              if (mode == Mode.REPLACE) {
                builder.revision(0); // Helm tells templates that it is the first, whatever it is
              }
              changeOptions.addTo(builder);
              valuesOptions.addTo(builder, console);
            });
    Chart chart = ChartLoader.standard().load(path);
    if (upgrade && target.current() != null) {
      EarlierValues earlier =
          new EarlierValues(target.current().chart(), target.current().values());
      EarlierValues.Renewed renewed = earlier.renew(use, chart, request.values());
      chart = renewed.chart();
      request = request.withValues(renewed.values());
    }
    Release release =
        Pintle.builder().cluster(cluster.applier().cluster()).build().render(chart, request);
    console.err(ErrorReport.ofWarnings(release.warnings()));
    return release;
  }

  private ApplyResult apply(
      Release release, Mode mode, int historyMax, Consumer<ApplyOptions.Builder> more) {
    try (ProgressDisplay progress = ProgressDisplay.on(console);
        Interruption interruption = Interruption.watch(console, release.name())) {
      ApplyResult result =
          cluster
              .applier()
              .apply(
                  release,
                  options -> {
                    changeOptions.addTo(options, mode, console);
                    options.historyMax(historyMax).progress(progress);
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
