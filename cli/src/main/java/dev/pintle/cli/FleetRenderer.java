package dev.pintle.cli;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import dev.pintle.values.GoStrings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Renders many releases in one process: each chart is loaded once and shared, releases are rendered
 * by several threads, and each is written as soon as it is there.
 */
final class FleetRenderer {

  /** Templates call each other to a depth that the default stack of a thread is not made for. */
  private static final long STACK_BYTES = 16L << 20;

  /**
   * How one release went.
   *
   * @param loadMillis time to load the chart, 0 if it was there already
   * @param renderMillis time to render, from values to text
   * @param bytes length of the output
   */
  record Outcome(String id, boolean rendered, double loadMillis, double renderMillis, long bytes) {}

  private final Pintle pintle = Pintle.builder().build();
  private final Path directory;
  private final Map<Path, LoadedChart> charts = new HashMap<>();

  FleetRenderer(Path directory) {
    this.directory = directory;
  }

  /**
   * Renders all releases; none of them keeps another from being tried.
   *
   * @param progress told of each outcome, by one thread at a time
   * @return the outcomes in the order of the entries
   */
  List<Outcome> render(List<FleetFile.Entry> entries, int jobs, Consumer<Outcome> progress)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    for (FleetFile.Entry entry : entries) {
      charts.computeIfAbsent(entry.chart(), LoadedChart::new).uses++;
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, task -> new Thread(null, task, "fleet-render", STACK_BYTES));
    try {
      List<Future<Outcome>> running = new ArrayList<>();
      for (FleetFile.Entry entry : entries) {
        running.add(workers.submit(() -> render(entry, progress)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> outcome : running) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Outcome render(FleetFile.Entry entry, Consumer<Outcome> progress) {
    LoadedChart loaded = charts.get(entry.chart());
    double loadMillis = 0;
    long start = System.nanoTime();
    String text;
    boolean rendered = false;
    try {
      ReleaseRequest request = entry.request();
      long beforeLoad = System.nanoTime();
      boolean first = loaded.load();
      Chart chart = loaded.get();
      long loadNanos = System.nanoTime() - beforeLoad;
      loadMillis = first ? loadNanos / 1e6 : 0;
      start += loadNanos;
      text = pintle.render(chart, request).manifest();
      rendered = true;
    } catch (PintleException e) {
      text = ErrorReport.of(e, false);
    } catch (RuntimeException | StackOverflowError e) {
      text = ErrorReport.of(new IllegalStateException(entry.id() + ": " + e, e), false);
    } finally {
      forget(loaded);
    }
    double renderMillis = (System.nanoTime() - start) / 1e6;
    byte[] bytes = GoStrings.toBytes(text);
    write(entry.id(), rendered, bytes);
    Outcome outcome = new Outcome(entry.id(), rendered, loadMillis, renderMillis, bytes.length);
    synchronized (this) {
      progress.accept(outcome);
    }
    return outcome;
  }

  private void write(String id, boolean rendered, byte[] bytes) {
    try {
      Files.deleteIfExists(directory.resolve(id + (rendered ? ".err" : ".yaml")));
      Files.write(directory.resolve(id + (rendered ? ".yaml" : ".err")), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A chart that no further release asks for is forgotten. */
  private static void forget(LoadedChart loaded) {
    synchronized (loaded) {
      if (--loaded.uses == 0) {
        loaded.chart = null;
      }
    }
  }

  /** A chart that is loaded by whoever needs it first; the others wait for it. */
  private static final class LoadedChart {
    private FutureTask<Chart> chart;
    private int uses;
    private boolean claimed;

    LoadedChart(Path path) {
      chart = new FutureTask<>(() -> ChartLoader.standard().load(path));
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
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
