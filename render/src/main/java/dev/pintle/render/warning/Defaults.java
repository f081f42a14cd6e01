package dev.pintle.render.warning;

import dev.pintle.chart.Chart;
import dev.pintle.chart.Dependency;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Budget;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.values.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * What the charts of a release declare, as the values of the outermost one see it: the default
 * values of all enabled charts in one table, and the names that are no values of templates but
 * decide which charts are enabled.
 */
final class Defaults {

  private static final String GLOBAL = "global";

  private static final int CHARACTERS_PER_STEP = 64;

  /** An entry of a table, as {@link Budget#built} counts it. */
  private static final int BYTES_OF_ENTRY = 64;

  private final Budget budget;
  private final Table values;
  private final Set<String> switches = new HashSet<>();
  private final Set<String> disabled = new HashSet<>();

  private Defaults(ComposedChart root, Budget budget) {
    this.budget = budget;
    this.values = valuesOf(root);
    addSwitches(root, "");
    switches.add("tags");
  }

  static Defaults of(ComposedChart root, Budget budget) {
    return new Defaults(root, budget);
  }

  /** The default values, each with the position it was read from. */
  Table values() {
    return values;
  }

  /** True if a path decides which charts are enabled. */
  boolean isSwitch(String path) {
    return switches.contains(path);
  }

  /** True if a path leads to the values of a chart that is not enabled. */
  boolean isDisabled(String path) {
    return disabled.contains(path);
  }

  private Table valuesOf(ComposedChart chart) {
    Table values = copy(chart.chart().values());
    for (ComposedChart dependency : chart.dependencies()) {
      Table below = valuesOf(dependency);
      if (below.get(GLOBAL) instanceof Table globals) {
        fillIn(tableAt(values, GLOBAL), globals);
      }
      fillIn(tableAt(values, dependency.name()), below);
    }
    return values;
  }

  /** Counts, since a chart may be there many times. */
  private Table copy(Table table) {
    Table copy = new Table();
    for (Table.Slot slot : table.slots()) {
      budget.step();
      budget.built(BYTES_OF_ENTRY);
      Object value = slot.getValue();
      copy.put(slot.getKey(), value instanceof Table t ? copy(t) : value, slot.position());
    }
    return copy;
  }

  private static Table tableAt(Table values, String key) {
    if (values.get(key) instanceof Table table) {
      return table;
    }
    Table table = new Table();
    values.put(key, table);
    return table;
  }

  /** Adds what is not there yet. */
  private void fillIn(Table values, Table more) {
    for (Table.Slot slot : more.sorted()) {
      budget.step();
      Table.Slot present = values.slot(slot.getKey());
      if (present == null) {
        values.put(slot);
      } else if (present.getValue() instanceof Table into
          && slot.getValue() instanceof Table from) {
        fillIn(into, from);
      }
    }
  }

  private void addSwitches(ComposedChart chart, String path) {
    for (Dependency dependency : chart.chart().metadata().dependencies()) {
      for (String condition : TextParts.split(dependency.condition(), ',')) {
        made(path.length() + condition.length());
        switches.add(path + condition.trim());
      }
      made(path.length() + dependency.nameInParent().length());
      disabled.add(path + dependency.nameInParent());
    }
    for (Chart subchart : chart.chart().subcharts()) {
      made(path.length() + subchart.name().length());
      disabled.add(path + subchart.name());
    }
    for (ComposedChart enabled : chart.dependencies()) {
      disabled.remove(path + enabled.name());
      addSwitches(enabled, path + enabled.name() + ".");
    }
  }

  private void made(int characters) {
    budget.worked(1 + characters / CHARACTERS_PER_STEP);
    budget.built(characters);
  }
}
