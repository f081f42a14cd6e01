package dev.pintle.render.compose;

import dev.pintle.chart.Chart;
import dev.pintle.chart.Metadata;
import dev.pintle.values.Table;
import java.util.List;

/**
 * A chart as one release has it: under the name that its parent gives it, with the dependencies
 * that are enabled, and with its part of the release's values.
 *
 * @param chart the chart as it was loaded
 * @param metadata what templates see as {@code .Chart}: an alias in place of the name, and only the
 *     dependencies that are enabled, they too under their aliases
 * @param isRoot true for the chart that is installed, false for those under it
 * @param path the names of the charts that lead here with {@code /charts/} between them, such as
 *     {@code app/charts/db}: what the names of its templates begin with
 * @param values what templates see as {@code .Values}: for the root all values, for others the
 *     table in the parent's values that has their name. It is that table itself, not a copy, so
 *     that a change made by one chart's template is seen by the others as with Helm
 * @param dependencies the enabled charts under this one, in Helm's order
 */
public record ComposedChart(
    Chart chart,
    Metadata metadata,
    boolean isRoot,
    String path,
    Table values,
    List<ComposedChart> dependencies) {

  /** The list is copied. */
  public ComposedChart {
    dependencies = List.copyOf(dependencies);
  }

  /** The name in this release: the alias, if there is one. */
  public String name() {
    return metadata.name();
  }
}
