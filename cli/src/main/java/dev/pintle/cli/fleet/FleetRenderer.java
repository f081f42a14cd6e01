package dev.pintle.cli.fleet;

import dev.pintle.chart.Chart;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  private final FleetOutput output;
  private final Pintle pintle;
  private final Limits limits;
  private final boolean warn;
  private final boolean debug;

  /**
   * A renderer.
   *
   * @param limits what charts and values may hold
   * @param warn whether to look for more than Helm warns of, and to write what is found
   * @param debug whether errors show lines that may hold secrets
   */
  FleetRenderer(FleetOutput output, Pintle pintle, Limits limits, boolean warn, boolean debug) {
    this.output = output;
    this.pintle = pintle;
    this.limits = limits;
    this.warn = warn;
    this.debug = debug;
  }

  /**
   * Renders all releases; none of them keeps another from being tried. Those for which there is not
   * enough memory are tried once more when the others are done, one at a time, since what used it
   * up may have been another one.
   *
   * @param progress told of each outcome, by one thread at a time
   * @return the outcomes in the order of the entries
   */
  List<Outcome> render(List<FleetFile.Entry> entries, int jobs, Consumer<Outcome> progress)
      throws IOException, InterruptedException {
    Map<Path, LoadedChart> charts = new HashMap<>();
    for (FleetFile.Entry entry : entries) {
      charts.computeIfAbsent(entry.chart(), path -> new LoadedChart(path, limits)).addUse();
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, task -> new Thread(null, task, "fleet-render", STACK_BYTES));
    try {
      List<Future<Outcome>> running = new ArrayList<>();
      for (FleetFile.Entry entry : entries) {
        LoadedChart chart = charts.get(entry.chart());
        running.add(workers.submit(() -> render(entry, chart, progress)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> outcome : running) {
        outcomes.add(outcome.get());
      }
      for (int i = 0; i < entries.size(); i++) {
        if (outcomes.get(i) == null) {
          FleetFile.Entry entry = entries.get(i);
          outcomes.set(i, workers.submit(() -> renderAlone(entry, progress)).get());
        }
      }
      return outcomes;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unwritable) {
        throw unwritable;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** Renders beside others; null if there was not enough memory. */
  private Outcome render(FleetFile.Entry entry, LoadedChart loaded, Consumer<Outcome> progress)
      throws IOException {
    try {
      return attempt(entry, loaded, progress);
    } catch (OutOfMemoryError tryAgain) {
      return null;
    } finally {
      loaded.endUse();
    }
  }

  private Outcome renderAlone(FleetFile.Entry entry, Consumer<Outcome> progress)
      throws IOException {
    try {
      return attempt(entry, new LoadedChart(entry.chart(), limits), progress);
    } catch (OutOfMemoryError e) {
      String message = "not enough memory: " + e.getMessage();
      Diagnostic tooLarge =
          Diagnostic.of(Diagnostic.Kind.LIMIT, message, null)
              .withHint(new Hint.Advice("JDK_JAVA_OPTIONS=-Xmx4g gives Java 4 GiB"));
      return failed(entry, new PintleException(message, tooLarge, e), 0, 0, progress);
    }
  }

  private Outcome attempt(FleetFile.Entry entry, LoadedChart loaded, Consumer<Outcome> progress)
      throws IOException {
    double loadMillis = 0;
    long start = System.nanoTime();
    try {
      ReleaseRequest request = entry.request(limits, warn);
      long beforeLoad = System.nanoTime();
      boolean first = loaded.load();
      Chart chart = loaded.get();
      long loadNanos = System.nanoTime() - beforeLoad;
      loadMillis = first ? loadNanos / 1e6 : 0;
      start += loadNanos;
      Release release = pintle.render(chart, request);
      String manifest = release.manifest();
      double renderMillis = millisSince(start);
      long bytes = output.rendered(entry.id(), manifest, warn ? release.warnings() : List.of());
      return done(new Outcome(entry.id(), true, loadMillis, renderMillis, bytes), progress);
    } catch (PintleException e) {
      return failed(entry, e, loadMillis, millisSince(start), progress);
    } catch (RuntimeException | StackOverflowError e) {
      IllegalStateException fault = new IllegalStateException(entry.id() + ": " + e, e);
      return failed(entry, fault, loadMillis, millisSince(start), progress);
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private Outcome failed(
      FleetFile.Entry entry,
      Exception cause,
      double loadMillis,
      double renderMillis,
      Consumer<Outcome> progress)
      throws IOException {
    long bytes = output.failed(entry.id(), ErrorReport.of(cause, debug));
    return done(new Outcome(entry.id(), false, loadMillis, renderMillis, bytes), progress);
  }

  private synchronized Outcome done(Outcome outcome, Consumer<Outcome> progress) {
    progress.accept(outcome);
    return outcome;
  }
}
