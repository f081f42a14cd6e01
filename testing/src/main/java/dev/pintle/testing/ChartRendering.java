package dev.pintle.testing;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Renders the chart of a test as often as the test likes. What the test's annotations say comes
 * first, then what is said here. Immutable, safe for use by several threads.
 */
public final class ChartRendering {

  private final Chart chart;
  private final Pintle pintle;
  private final BuildPaths valuesFiles;
  private final Consumer<ReleaseRequest.Builder> settings;

  ChartRendering(
      Chart chart,
      Pintle pintle,
      BuildPaths valuesFiles,
      Consumer<ReleaseRequest.Builder> settings) {
    this.chart = chart;
    this.pintle = pintle;
    this.valuesFiles = valuesFiles;
    this.settings = settings;
  }

  /** The chart. */
  public Chart chart() {
    return chart;
  }

  /** The same with more settings, after those that are there. */
  public ChartRendering with(Consumer<ReleaseRequest.Builder> more) {
    return new ChartRendering(chart, pintle, valuesFiles, settings.andThen(more));
  }

  /**
   * The same with values files.
   *
   * @param files by their path as {@link Values#files} has it
   */
  public ChartRendering withFiles(String... files) {
    List<Path> found = Stream.of(files).map(valuesFiles::find).toList();
    return with(request -> found.forEach(request::valuesFrom));
  }

  /**
   * The release.
   *
   * @throws AssertionError if it cannot be rendered, with all that is known of why
   */
  public Release render(Consumer<ReleaseRequest.Builder> more) {
    try {
      return pintle.render(chart, ReleaseRequest.of(settings.andThen(more)));
    } catch (PintleException e) {
      throw new AssertionError(
          "the chart " + chart.name() + " cannot be rendered: " + describe(e), e);
    }
  }

  /** The release as the annotations have it. */
  public Release render() {
    return render(request -> {});
  }

  /**
   * Why the release cannot be rendered.
   *
   * @throws AssertionError if it can
   */
  public RenderFailure refuse(Consumer<ReleaseRequest.Builder> more) {
    Release release;
    try {
      release = pintle.render(chart, ReleaseRequest.of(settings.andThen(more)));
    } catch (PintleException e) {
      return new RenderFailure(e);
    }
    throw new AssertionError(
        "expected the chart "
            + chart.name()
            + " to refuse this, but it rendered "
            + release.shownResources().size()
            + " resources from the values "
            + release.values());
  }

  /** Why the release as the annotations have it cannot be rendered. */
  public RenderFailure refuse() {
    return refuse(request -> {});
  }

  static String describe(PintleException e) {
    StringBuilder text = new StringBuilder(e.getMessage().stripTrailing());
    for (Diagnostic diagnostic : e.diagnostics()) {
      if (diagnostic.position() != null) {
        text.append("\n  at ").append(diagnostic.position());
        if (diagnostic.sourceLine() != null) {
          text.append("\n     ").append(diagnostic.sourceLine().strip());
        }
      }
    }
    return text.toString();
  }
}
