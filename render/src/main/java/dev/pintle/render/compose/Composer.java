package dev.pintle.render.compose;

import dev.pintle.chart.Chart;
import dev.pintle.chart.Dependency;
import dev.pintle.chart.Metadata;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The first stage of a rendering: decides which dependencies are enabled and under which names,
 * brings imported values up, and coalesces the user's values with the charts' own. Stateless.
 */
public final class Composer {

  private Composer() {}

  /**
   * Composes a chart with values.
   *
   * @param userValues what the user gave; not changed
   * @param budget counts what composing takes
   * @throws PintleException with Helm's message if the values do not fit the charts
   * @throws LimitException if the release would become too large
   */
  public static Composition compose(Chart chart, Table userValues, Budget budget) {
    CompositionBudget left = new CompositionBudget(budget);
    Warnings warnings = new Warnings(left);
    try {
      return compose(chart, userValues, left, warnings);
    } catch (PintleException e) {
      e.addEarlierWarnings(warnings.all());
      throw e;
    }
  }

  private static Composition compose(
      Chart chart, Table userValues, CompositionBudget budget, Warnings warnings) {
    WorkingChart root = WorkingChart.of(chart);
    try {
      new EnabledDependencies(warnings, budget).decide(root, userValues);
      new ImportedValues(warnings, budget).bringUp(root);
    } catch (LimitException e) {
      throw e;
    } catch (PintleException e) {
      throw new PintleException(
          "chart dependencies processing failed: " + e.getMessage(), e.diagnostics());
    }
    Table values = userValues.deepCopy();
    new Coalescing(false, warnings, budget).coalesce(root, values);
    ComposedChart composed = composed(root, values.viewAs(GoType.VALUES));
    return new Composition(composed, kept(root, composed.metadata()), warnings.all());
  }

  /**
   * The values of a chart without regard to its dependencies: the user's over its defaults.
   *
   * @param userValues not changed
   */
  public static Table values(Chart chart, Table userValues) {
    Table values = userValues.deepCopy();
    CompositionBudget budget = ofItsOwn();
    new Coalescing(false, new Warnings(budget), budget).coalesce(WorkingChart.of(chart), values);
    return values;
  }

  /**
   * The entries of two tables, of which the first wins; a null in it drops the second's entry.
   *
   * @param winner not changed
   * @param other not changed
   */
  public static Table tables(Table winner, Table other) {
    Table values = winner.deepCopy();
    CompositionBudget budget = ofItsOwn();
    new TableMerge(false, false, true, new Warnings(budget), budget).merge(values, other, "");
    return values;
  }

  private static CompositionBudget ofItsOwn() {
    return new CompositionBudget(new Budget(Limits.defaults(), "coalescing the values"));
  }

  private static Chart kept(WorkingChart root, Metadata metadata) {
    Chart loaded = root.chart();
    return new Chart(
        metadata,
        loaded.lock(),
        root.values(),
        loaded.schema(),
        loaded.templates(),
        loaded.files(),
        loaded.subcharts());
  }

  private static ComposedChart composed(WorkingChart chart, Table values) {
    List<ComposedChart> dependencies = new ArrayList<>();
    for (WorkingChart dependency : chart.dependencies()) {
      // A name with a dot in it is taken for a path, and then finds nothing.
      Table found = ValuePaths.table(values, dependency.name());
      Table own = found == null ? Table.ofType(GoType.VALUES) : found.viewAs(GoType.VALUES);
      dependencies.add(composed(dependency, own));
    }
    return new ComposedChart(
        chart.chart(), metadata(chart), chart.isRoot(), chart.path(), values, dependencies);
  }

  private static Metadata metadata(WorkingChart chart) {
    Metadata loaded = chart.chart().metadata();
    List<DeclaredDependency> declared = chart.description().dependencies();
    List<Dependency> dependencies =
        declared == null
            ? List.of()
            : declared.stream().map(DeclaredDependency::toDependency).toList();
    return loaded.withNameAndDependencies(chart.name(), dependencies);
  }
}
