package dev.pintle.render.compose;

import dev.pintle.diagnostic.Diagnostic;
import java.util.List;

/**
 * What {@link Composer} makes of a chart and a user's values, for one rendering: the values in it
 * are mutable, and templates do change them.
 *
 * @param root the chart with its enabled dependencies and all values
 * @param warnings what Helm would log, in its words
 */
public record Composition(ComposedChart root, List<Diagnostic> warnings) {

  /** The list is copied. */
  public Composition {
    warnings = List.copyOf(warnings);
  }
}
