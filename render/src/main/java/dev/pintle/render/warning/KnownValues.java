package dev.pintle.render.warning;

import dev.pintle.limit.Budget;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.template.TemplateSet;
import dev.pintle.validate.ValuesValidator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which values the schemas of a release's charts say something of, and which their templates
 * mention, in branches that did not run too.
 */
final class KnownValues {

  private static final String GLOBAL = "global";
  private static final Predicate<List<String>> NOTHING = path -> false;

  private final ComposedChart root;
  private final ValuesValidator validator;
  private final List<TemplateSet> templates;
  private final Budget budget;
  private final Map<byte[], Predicate<List<String>>> described = new IdentityHashMap<>();

  /**
   * For one release.
   *
   * @param root the outermost chart
   * @param validator who reads schemas; null if nobody does
   * @param budget counts what it takes to find out
   */
  KnownValues(
      ComposedChart root, ValuesValidator validator, List<TemplateSet> templates, Budget budget) {
    this.root = root;
    this.validator = validator;
    this.templates = List.copyOf(templates);
    this.budget = budget;
  }

  /** True if a schema or template of an enabled chart knows a value. */
  boolean knows(List<String> path) {
    return knows(root, path);
  }

  private boolean knows(ComposedChart chart, List<String> path) {
    budget.worked(1 + templates.size());
    return isDescribed(chart, path)
        || templates.stream().anyMatch(set -> set.mentions(chart.path(), path))
        || chart.dependencies().stream().anyMatch(dependency -> knowsBelow(dependency, path));
  }

  private boolean isDescribed(ComposedChart chart, List<String> path) {
    return chart.chart().schema().map(schema -> describedBy(schema).test(path)).orElse(false);
  }

  private Predicate<List<String>> describedBy(byte[] schema) {
    return validator == null
        ? NOTHING
        : described.computeIfAbsent(schema, s -> validator.describedBy(s, budget));
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
