package dev.pintle.chart;

import dev.pintle.values.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A chart as it was loaded, with the charts in its {@code charts/} directory: immutable, safe to
 * share between threads. Which of its dependencies a release enables, and under which names, is
 * decided anew for each release and is not written here.
 *
 * @param metadata what {@code Chart.yaml} (and {@code requirements.yaml} of a v1 chart) says
 * @param lock what {@code Chart.lock} or {@code requirements.lock} says, if there is one
 * @param values the defaults of {@code values.yaml}, frozen
 * @param schema the content of {@code values.schema.json}, if there is one
 * @param templates all files under {@code templates/}, in the order they were found
 * @param files all other files that {@code .Files} gives, {@code crds/} among them
 * @param subcharts the charts in {@code charts/}
 */
public record Chart(
    Metadata metadata,
    Optional<Lock> lock,
    Table values,
    Optional<byte[]> schema,
    List<ChartFile> templates,
    List<ChartFile> files,
    List<Chart> subcharts) {

  /** Lists are copied, values frozen. */
  public Chart {
    values.freeze();
    templates = List.copyOf(templates);
    files = List.copyOf(files);
    subcharts = List.copyOf(subcharts);
  }

  /**
   * Loads a chart from a directory or archive, with Helm's limits.
   *
   * @throws dev.pintle.diagnostic.PintleException if it is no chart, or not a good one; with Helm's
   *     message
   */
  public static Chart load(Path path) {
    return ChartLoader.standard().load(path);
  }

  /** The name that {@code Chart.yaml} gives it. */
  public String name() {
    return metadata.name();
  }
}
