package dev.pintle.cli.rollout;

import dev.pintle.render.EarlierValues;
import picocli.CommandLine.Option;

/** The flags of upgrades that say what becomes of the values of the last revision. */
final class EarlierValuesOptions {

  @Option(
      names = "--reset-values",
      description = "when upgrading, reset the values to the ones built into the chart")
  private boolean resetValues;

  @Option(
      names = "--reuse-values",
      description =
          "when upgrading, reuse the last release's values and merge in any overrides from the"
              + " command line via --set and -f. If '--reset-values' is specified, this is ignored")
  private boolean reuseValues;

  @Option(
      names = "--reset-then-reuse-values",
      description =
          "when upgrading, reset the values to the ones built into the chart, apply the last"
              + " release's values and merge in any overrides from the command line via --set and"
              + " -f. If '--reset-values' or '--reuse-values' is specified, this is ignored")
  private boolean resetThenReuseValues;

  /** What the flags say together. */
  EarlierValues.Use use() {
    if (resetValues) {
      return EarlierValues.Use.RESET;
    } else if (reuseValues) {
      return EarlierValues.Use.REUSE;
    }
    return resetThenReuseValues
        ? EarlierValues.Use.RESET_THEN_REUSE
        : EarlierValues.Use.IF_NONE_ARE_GIVEN;
  }
}
