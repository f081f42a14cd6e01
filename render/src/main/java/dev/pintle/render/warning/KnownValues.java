package dev.pintle.render.warning;

import dev.pintle.render.compose.ComposedChart;
import dev.pintle.template.TemplateSet;
import dev.pintle.validate.ValuesValidator;
import java.util.List;

/**
 * Which values the schemas of a release's charts say something of, and which their templates
 * mention, in branches that did not run too.
 *
 * @param root the outermost chart
 * @param validator who reads schemas; null if nobody does
 */
record KnownValues(ComposedChart root, ValuesValidator validator, List<TemplateSet> templates) {

  private static final String GLOBAL = "global";

  /** True if a schema or template of an enabled chart knows a value. */
  boolean knows(List<String> path) {
    return knows(root, path);
  }

  private boolean knows(ComposedChart chart, List<String> path) {
    return isDescribed(chart, path)
        || templates.stream().anyMatch(set -> set.mentions(chart.path(), path))
        || chart.dependencies().stream().anyMatch(dependency -> knowsBelow(dependency, path));
  }

  private boolean isDescribed(ComposedChart chart, List<String> path) {
    return validator != null
        && chart.chart().schema().map(schema -> validator.describes(schema, path)).orElse(false);
  }

  private boolean knowsBelow(ComposedChart dependency, List<String> path) {
    if (path.get(0).equals(GLOBAL)) {
      return knows(dependency, path);
    }
    return path.size() > 1
        && path.get(0).equals(dependency.name())
        && knows(dependency, path.subList(1, path.size()));
  }
}
