package dev.pintle.render.compose;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import java.util.List;

/**
 * What {@link Composer} makes of a chart and a user's values, for one rendering: the values in it
 * are mutable, and templates do change them.
 *
 * @param root the chart with its enabled dependencies and all values
 * @param chart the chart as Helm keeps it with a release: it names only the dependencies that are
 *     enabled, and has the values that are imported into it
 * @param warnings what Helm would log, in its words
 */
public record Composition(ComposedChart root, Chart chart, List<Diagnostic> warnings) {

  /** The list is copied. */
  public Composition {
    warnings = List.copyOf(warnings);
  }
}
