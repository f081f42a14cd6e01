package dev.pintle.render.compose;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.fmt.GoFormat;
import dev.pintle.values.Table;

/**
 * Puts the values of a chart and of all charts under it together with those that win over them,
 * into one table: a chart's values are the table in its parent's values that has its name.
 *
 * <p>What lies under {@code global} is handed down from each chart to those under it. Tables two
 * levels below {@code global} and deeper are not copied then but shared, so that what a subchart's
 * defaults add there shows in its parent too; Helm does the same.
 *
 * @param keepsNulls as in {@link TableMerge}: true while dependencies are processed
 */
record Coalescing(boolean keepsNulls, Warnings warnings, CompositionBudget budget) {

  private static final String GLOBAL = "global";

  /**
   * Coalesces the chart's values and those of its dependencies into that table.
   *
   * @throws PintleException with Helm's message if there is something else than a table where a
   *     dependency's values should be
   */
  void coalesce(WorkingChart chart, Table destination) {
    coalesce(chart, destination, "");
  }

  private void coalesce(WorkingChart chart, Table destination, String path) {
    String chartPath = TableMerge.join(path, chart.name());
    ownValues(chart, destination, chartPath);
    for (WorkingChart dependency : chart.dependencies()) {
      Table values = valuesOf(dependency.name(), destination);
      handDownGlobals(values, destination, chartPath);
      coalesce(dependency, values, chartPath);
    }
  }

  private static Table valuesOf(String dependency, Table parent) {
    Table.Slot slot = parent.slot(dependency);
    if (slot == null) {
      Table values = new Table();
      parent.put(dependency, values);
      return values;
    } else if (slot.getValue() instanceof Table values) {
      return values;
    }
    String message =
        "type mismatch on " + dependency + ": " + GoFormat.sprintf("%t", slot.getValue());
    throw new PintleException(
        message,
        Diagnostic.of(Diagnostic.Kind.VALUES, message, slot.position())
            .withHint(
                new Hint.Advice("there is a chart of that name: its values have to be a map")));
  }

  private void ownValues(WorkingChart chart, Table destination, String path) {
    TableMerge plain = new TableMerge(keepsNulls, !keepsNulls, true, warnings, budget);
    TableMerge ofDependency = new TableMerge(true, false, true, warnings, budget);
    for (Table.Slot own : chart.values().slots()) {
      budget.step();
      String key = own.getKey();
      Table.Slot given = destination.slot(key);
      if (given == null) {
        if (own.getValue() != null || keepsNulls) {
          destination.put(key, plain.taken(own.getValue()), own.position());
        }
      } else if (given.getValue() == null) {
        if (!keepsNulls) {
          destination.remove(key);
        }
      } else if (given.getValue() instanceof Table table) {
        if (own.getValue() instanceof Table defaults) {
          TableMerge merge = chart.hasDependency(key) ? ofDependency : plain;
          merge.merge(table, defaults, TableMerge.join(path, key));
        } else if (own.getValue() != null) {
          warnings.add(own.position(), "warning: skipped value for %s.%s: Not a table.", path, key);
        }
      }
    }
  }

  private void handDownGlobals(Table values, Table parent, String path) {
    Table below = globals(values, "destination");
    Table above = below == null ? null : globals(parent, "source");
    if (above == null) {
      return;
    }
    for (Table.Slot global : above.slots()) {
      budget.step();
      if (global.getValue() instanceof Table table) {
        handDown(global, table, below, path);
      } else if (below.get(global.getKey()) instanceof Table) {
        warnings.add(global.position(), "key %s is table. Skipping", global.getKey());
      } else {
        below.put(global);
      }
    }
    if (!values.containsKey(GLOBAL)) {
      values.put(GLOBAL, below, parent.positionOf(GLOBAL));
    }
  }

  private void handDown(Table.Slot global, Table table, Table below, String path) {
    String key = global.getKey();
    Table.Slot existing = below.slot(key);
    budget.steps(table.size());
    Table handedDown = table.as(table.type());
    if (existing == null) {
      below.put(key, handedDown, global.position());
    } else if (existing.getValue() instanceof Table existingTable) {
      new TableMerge(true, false, false, warnings, budget)
          .merge(handedDown, existingTable, TableMerge.join(path, key));
      below.put(key, handedDown, existing.position());
    } else {
      warnings.add(
          existing.position(), "Conflict: cannot merge map onto non-map for %q. Skipping.", key);
    }
  }

  /** The globals of a chart, a new table if it has none, null if they are something else. */
  private Table globals(Table values, String side) {
    Table.Slot slot = values.slot(GLOBAL);
    if (slot == null) {
      return new Table();
    } else if (slot.getValue() instanceof Table globals) {
      return globals;
    }
    Position position = slot.position();
    warnings.add(
        position, "warning: skipping globals because " + side + " %s is not a table.", GLOBAL);
    return null;
  }
}
