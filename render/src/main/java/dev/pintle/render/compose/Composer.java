package dev.pintle.render.compose;

import dev.pintle.chart.Chart;
import dev.pintle.values.Table;

/**
 * The first stage of a rendering: decides which dependencies are enabled and under which names, and
 * coalesces the user's values with the charts' own. Stateless.
 */
public final class Composer {

  private Composer() {}

  /**
   * Composes a chart with values.
   *
   * @param userValues what the user gave; not changed
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if the values do not fit the
   *     charts
   */
  public static Composition compose(Chart chart, Table userValues) {
    throw new UnsupportedOperationException(chart.name() + userValues);
  }
}
