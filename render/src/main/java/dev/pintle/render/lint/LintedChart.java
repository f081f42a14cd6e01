package dev.pintle.render.lint;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import java.io.IOException;
import java.nio.file.Path;

/** A chart's directory, and the chart in it, which is loaded once. */
final class LintedChart {

  private final Path directory;
  private final Budget budget;
  private Chart chart;
  private PintleException fault;

  LintedChart(Path directory, Budget budget) {
    this.budget = budget;
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * The bytes of one of its files, by the rules of the loader.
   *
   * @throws PintleException if it may not be read
   * @throws IOException if it cannot be read
   */
  byte[] read(String name) throws IOException {
    return ChartLoader.with(budget.limits()).read(directory, name);
  }

  /**
   * The chart.
   *
   * @throws PintleException each time, if it cannot be loaded
   */
  Chart load() {
    if (chart == null && fault == null) {
      try {
        chart = ChartLoader.with(budget.limits()).load(directory, budget);
      } catch (PintleException e) {
        fault = e;
      }
    }
    if (fault != null) {
      throw fault;
    }
    return chart;
  }
}
