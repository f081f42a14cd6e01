package dev.pintle.render.compose;

import dev.pintle.chart.Chart;
import dev.pintle.chart.Dependency;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart while a release is composed: what Helm changes on its charts is changed here, so that the
 * loaded {@link Chart} stays as it is.
 *
 * <p>Where Helm lets two charts share an object, these share one too, since a change of one then
 * shows on the other. That is so for what lies two levels below a chart with an alias.
 */
final class WorkingChart {

  /** The part of a chart's description that composing changes. */
  static final class Description {
    private String name;

    /** Null where the chart declares none: then Helm does not look at its dependencies at all. */
    private List<DeclaredDependency> dependencies;

    Description(String name, List<DeclaredDependency> dependencies) {
      this.name = name;
      this.dependencies = dependencies;
    }

    String name() {
      return name;
    }

    List<DeclaredDependency> dependencies() {
      return dependencies;
    }

    /** How many it declares. */
    int declared() {
      return dependencies == null ? 0 : dependencies.size();
    }

    void keep(List<DeclaredDependency> enabled) {
      dependencies = enabled.isEmpty() ? null : enabled;
    }

    private Description copy() {
      return new Description(
          name,
          dependencies == null
              ? null
              : new ArrayList<>(dependencies.stream().map(DeclaredDependency::copy).toList()));
    }
  }

  private final Chart chart;
  private final Description description;
  private Table values;
  private List<WorkingChart> dependencies = new ArrayList<>();
  private WorkingChart parent;

  private WorkingChart(Chart chart, Description description, Table values) {
    this.chart = chart;
    this.description = description;
    this.values = values;
  }

  /** A chart with all that is in its {@code charts/} directory. */
  static WorkingChart of(Chart chart) {
    List<DeclaredDependency> declared = null;
    if (chart.metadata().declaresDependencies()) {
      declared = new ArrayList<>();
      for (Dependency dependency : chart.metadata().dependencies()) {
        declared.add(new DeclaredDependency(dependency));
      }
    }
    WorkingChart working =
        new WorkingChart(chart, new Description(chart.name(), declared), chart.values());
    chart.subcharts().forEach(subchart -> working.add(of(subchart)));
    return working;
  }

  /**
   * This chart as a declared dependency: a description of its own, under the alias if there is one.
   */
  WorkingChart asDependency(String alias) {
    WorkingChart copy = new WorkingChart(chart, description.copy(), values);
    for (WorkingChart dependency : dependencies) {
      WorkingChart shared =
          new WorkingChart(dependency.chart, dependency.description, dependency.values);
      shared.dependencies = dependency.dependencies;
      copy.add(shared);
    }
    if (!alias.isEmpty()) {
      copy.description.name = alias;
    }
    return copy;
  }

  Chart chart() {
    return chart;
  }

  String name() {
    return description.name;
  }

  Description description() {
    return description;
  }

  /** The chart's own values, frozen or not: not to be changed. */
  Table values() {
    return values;
  }

  void setValues(Table newValues) {
    this.values = newValues;
  }

  List<WorkingChart> dependencies() {
    return dependencies;
  }

  void setDependencies(List<WorkingChart> newDependencies) {
    dependencies = new ArrayList<>();
    newDependencies.forEach(this::add);
  }

  private void add(WorkingChart dependency) {
    dependency.parent = this;
    dependencies.add(dependency);
  }

  boolean hasDependency(String name) {
    for (WorkingChart dependency : dependencies) {
      if (dependency.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  boolean isRoot() {
    return parent == null;
  }

  /** The names from the root to here with {@code /charts/} between them. */
  String path() {
    return parent == null ? name() : parent.path() + "/charts/" + name();
  }
}
