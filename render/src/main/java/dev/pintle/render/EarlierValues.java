package dev.pintle.render;

import dev.pintle.chart.Chart;
import dev.pintle.render.compose.Composer;
import dev.pintle.values.Table;

/**
 * What becomes of the values of an earlier revision when a release is upgraded: the ways that
 * {@code helm upgrade} has for it.
 *
 * @param chart the chart of the earlier revision, as it was kept with it
 * @param values the user's values of the earlier revision
 */
public record EarlierValues(Chart chart, Table values) {

  /** The ways. */
  public enum Use {
    /** They are used again if the user gives none at all now: what Helm does by default. */
    IF_NONE_ARE_GIVEN,
    /** {@code --reset-values}: they are forgotten. */
    RESET,
    /** {@code --reuse-values}: they and the earlier chart's defaults stay under the new ones. */
    REUSE,
    /** {@code --reset-then-reuse-values}: they stay, over the new chart's defaults. */
    RESET_THEN_REUSE
  }

  /**
   * A chart and the user's values for it.
   *
   * @param chart with the defaults that are to be used
   */
  public record Renewed(Chart chart, Table values) {}

  /**
   * The chart and values to render.
   *
   * @param newChart the chart of the upgrade
   * @param given what the user gives now; not changed
   */
  public Renewed renew(Use use, Chart newChart, Table given) {
    return switch (use) {
      case RESET -> new Renewed(newChart, given);
      case IF_NONE_ARE_GIVEN -> new Renewed(newChart, given.isEmpty() ? values : given);
      case RESET_THEN_REUSE -> new Renewed(newChart, Composer.tables(given, values));
      case REUSE ->
          new Renewed(withDefaults(newChart, coalesced()), Composer.tables(given, values));
    };
  }

  /** The user's values over the chart's defaults: {@code helm get values --all}. */
  public Table coalesced() {
    return Composer.values(chart, values);
  }

  private static Chart withDefaults(Chart chart, Table defaults) {
    return new Chart(
        chart.metadata(),
        chart.lock(),
        defaults,
        chart.schema(),
        chart.templates(),
        chart.files(),
        chart.subcharts());
  }
}
