package dev.pintle.cli.fleet;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.limit.Limits;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A chart for several releases: loaded by whoever needs it first while the others wait, forgotten
 * when all have had it. Safe for use by several threads.
 */
final class LoadedChart {

  private FutureTask<Chart> chart;
  private int uses;
  private boolean claimed;

  LoadedChart(Path path, Limits limits) {
    chart = new FutureTask<>(() -> ChartLoader.with(limits).load(path));
  }

  /** One more release is going to ask for it. */
  synchronized void addUse() {
    uses++;
  }

  /** One release needs it no more. */
  synchronized void endUse() {
    if (--uses == 0) {
      chart = null;
    }
  }

  /** Loads unless someone does or did; true if it was this call that loaded. */
  boolean load() {
    FutureTask<Chart> task;
    synchronized (this) {
      if (claimed) {
        return false;
      }
      claimed = true;
      task = chart;
    }
    task.run();
    return true;
  }

  /**
   * The chart, as soon as it is loaded.
   *
   * @throws RuntimeException what loading failed with; so for errors
   */
  Chart get() {
    try {
      FutureTask<Chart> task;
      synchronized (this) {
        task = chart;
      }
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a chart was being loaded", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
