package dev.pintle.chart;

import java.nio.file.Path;

/**
 * Loads charts from directories and from archives, with Helm 4.2.4's rules and messages. Immutable,
 * safe for use by several threads.
 */
public final class ChartLoader {

  private final LoadLimits limits;

  private ChartLoader(LoadLimits limits) {
    this.limits = limits;
  }

  /** A loader with Helm's limits. */
  public static ChartLoader standard() {
    return new ChartLoader(LoadLimits.defaults());
  }

  /** A loader with other limits. */
  public static ChartLoader with(LoadLimits limits) {
    return new ChartLoader(limits);
  }

  /**
   * Loads a chart.
   *
   * @param path a directory, or a {@code .tgz} file
   * @throws dev.pintle.diagnostic.PintleException if it is no chart, or not a good one; with Helm's
   *     message
   */
  public Chart load(Path path) {
    throw new UnsupportedOperationException(limits.toString());
  }
}
