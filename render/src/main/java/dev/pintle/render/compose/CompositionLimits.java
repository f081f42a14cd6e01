package dev.pintle.render.compose;

/**
 * How large a release may become when its charts and values are put together. A few lines of
 * aliases can stand for millions of charts.
 *
 * @param dependencies how many dependencies one chart may declare
 * @param charts how many charts a release may have, counting what Helm copies for an alias
 * @param values how many entries and items may be copied while values are coalesced
 * @param depth how deep values may be nested after {@code import-values}
 */
public record CompositionLimits(int dependencies, int charts, long values, int depth) {

  /**
   * 1,000 dependencies, 20,000 charts, 5 million values, 500 deep: far more than any chart needs.
   */
  public static CompositionLimits defaults() {
    return new CompositionLimits(1_000, 20_000, 5_000_000, 500);
  }

  /**
   * 100 dependencies, 500 charts, 500,000 values, 200 deep: for charts from people one does not
   * know.
   */
  public static CompositionLimits forStrangers() {
    return new CompositionLimits(100, 500, 500_000, 200);
  }
}
