package dev.pintle.bench;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.release.Release;
import dev.pintle.render.Pintle;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a chart costs in a warm process, in milliseconds: to load it from disk, to render it once it
 * is loaded, and both. The charts are given with {@code -p chart=DIRECTORY,...}; each is rendered
 * with its default values, as {@code helm template} renders it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class ChartBenchmark {

  /** The chart's directory or archive. */
  @Param("charts/remla-all")
  public String chart;

  private Path path;
  private Chart loaded;

  /** Loads the chart for the benchmark that only renders. */
  @Setup
  public void load() {
    path = Path.of(chart);
    loaded = ChartLoader.standard().load(path);
  }

  /** From disk to an immutable chart, whose templates are not compiled yet. */
  @Benchmark
  public Chart loading() {
    return ChartLoader.standard().load(path);
  }

  /** What Helm, which changes a chart by rendering it, has to do for each rendering. */
  @Benchmark
  public String loadingAndRendering() {
    return rendered(ChartLoader.standard().load(path));
  }

  /** What a process does that keeps its charts. */
  @Benchmark
  public String rendering() {
    return rendered(loaded);
  }

  private static String rendered(Chart chart) {
    Release release =
        Pintle.render(chart, request -> request.name("rel").namespace("ns").kubeVersion("v1.34.0"));
    return release.manifest();
  }
}
