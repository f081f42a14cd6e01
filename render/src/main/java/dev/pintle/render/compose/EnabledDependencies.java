package dev.pintle.render.compose;

import dev.pintle.go.semver.VersionConstraint;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which dependencies of a chart are enabled: gives charts their aliases, looks at tags and
 * conditions, and drops what is disabled, from the top of the tree down.
 */
record EnabledDependencies(Warnings warnings, CompositionBudget budget) {

  /** Decides for a chart and all under it. */
  void decide(WorkingChart root, Table userValues) {
    decide(root, userValues, "");
  }

  /**
   * Decides for one chart.
   *
   * @param given the values of the charts above; for the root, the user's
   * @param path the names that lead to the chart's own values among them, each with a dot after it
   */
  private void decide(WorkingChart chart, Table given, String path) {
    List<DeclaredDependency> declared = chart.description().dependencies();
    if (declared == null) {
      return;
    }
    budget.checkDeclared(declared.size());
    chart.setDependencies(undeclaredAndDeclared(chart, declared));
    Table values = budget.copyTable(given, false);
    new Coalescing(false, warnings, budget).coalesce(chart, values);
    Table tags = ValuePaths.table(values, "tags");
    Set<String> disabled = new HashSet<>();
    for (DeclaredDependency dependency : declared) {
      dependency.setEnabled(tags == null || enabledByTags(dependency, tags));
      decideByCondition(dependency, values, path);
      if (!dependency.isEnabled()) {
        disabled.add(dependency.name());
      }
    }
    List<WorkingChart> enabled =
        chart.dependencies().stream().filter(d -> !disabled.contains(d.name())).toList();
    for (WorkingChart dependency : enabled) {
      decide(dependency, values, path + dependency.name() + ".");
    }
    chart
        .description()
        .keep(
            new ArrayList<>(declared.stream().filter(d -> !disabled.contains(d.name())).toList()));
    chart.setDependencies(enabled);
  }

  /**
   * First the charts that no dependency asks for, then one chart for each dependency that finds
   * one.
   */
  private List<WorkingChart> undeclaredAndDeclared(
      WorkingChart chart, List<DeclaredDependency> declared) {
    List<WorkingChart> result = new ArrayList<>();
    for (WorkingChart present : chart.dependencies()) {
      if (declared.stream().noneMatch(dependency -> fits(present, dependency))) {
        result.add(present);
      }
    }
    for (DeclaredDependency dependency : declared) {
      for (WorkingChart present : chart.dependencies()) {
        if (fits(present, dependency)) {
          budget.checkDeclared(present.description().declared());
          budget.takeCharts(1 + present.dependencies().size());
          result.add(present.asDependency(dependency.alias()));
          break;
        }
      }
      dependency.takeAlias();
    }
    return result;
  }

  private boolean fits(WorkingChart chart, DeclaredDependency dependency) {
    budget.step();
    if (!chart.name().equals(dependency.name())) {
      return false;
    }
    budget.made(dependency.version().length() + chart.chart().metadata().version().length());
    return VersionConstraint.isCompatible(dependency.version(), chart.chart().metadata().version());
  }

  /** One tag that is true is enough; else one that is false disables. */
  private boolean enabledByTags(DeclaredDependency dependency, Table tags) {
    boolean anyTrue = false;
    boolean anyFalse = false;
    for (String tag : dependency.tags()) {
      budget.step();
      Table.Slot slot = tags.slot(tag);
      if (slot == null) {
        continue;
      }
      if (slot.getValue() instanceof Boolean on) {
        anyTrue |= on;
        anyFalse |= !on;
      } else {
        warnNoBoolean(slot, "tag", tag, dependency);
      }
    }
    return anyTrue || !anyFalse;
  }

  /** The first of the paths at which there is a boolean decides, whatever the tags say. */
  private void decideByCondition(DeclaredDependency dependency, Table values, String path) {
    for (String condition : TextParts.split(GoStrings.trimSpace(dependency.condition()), ',')) {
      budget.made(path.length() + condition.length());
      Table.Slot slot = condition.isEmpty() ? null : ValuePaths.leaf(values, path + condition);
      if (slot == null) {
        continue;
      }
      if (slot.getValue() instanceof Boolean on) {
        dependency.setEnabled(on);
        return;
      }
      warnNoBoolean(slot, "path", condition, dependency);
    }
  }

  private void warnNoBoolean(Table.Slot slot, String key, String at, DeclaredDependency whose) {
    warnings.warn(
        slot.position(),
        "returned non-bool value",
        GoQuotes.logField(key, at),
        GoQuotes.logField("chart", whose.name()));
  }
}
