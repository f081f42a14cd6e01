package dev.pintle.render.compose;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** What one composition may still take of its {@link Limits}; steps and memory count as all do. */
final class CompositionBudget {

  private static final int CHARACTERS_PER_STEP = 64;

  private final Budget budget;
  private final Limits limits;
  private long chartsLeft;
  private long valuesLeft;

  CompositionBudget(Budget budget) {
    this.budget = budget;
    this.limits = budget.limits();
    this.chartsLeft = limits.of(Limit.CHARTS);
    this.valuesLeft = limits.of(Limit.COALESCED_VALUES);
  }

  /** Counts an entry that is looked at. */
  void step() {
    budget.step();
  }

  /** Counts entries that are taken over. */
  void steps(int entries) {
    budget.worked(1 + entries);
  }

  /** Counts a text of that length that is made. */
  void made(int length) {
    budget.worked(1 + length / CHARACTERS_PER_STEP);
  }

  /** Counts a text that is kept. */
  void keep(String text) {
    made(text.length());
    budget.built(text.length());
  }

  void checkDeclared(int dependencies) {
    if (dependencies > limits.of(Limit.DEPENDENCIES)) {
      throw new LimitException(
          Limit.DEPENDENCIES,
          "a chart declares more than " + limits.of(Limit.DEPENDENCIES) + " dependencies");
    }
  }

  void takeCharts(int charts) {
    chartsLeft -= charts;
    if (chartsLeft < 0) {
      throw new LimitException(
          Limit.CHARTS, "the release would have more than " + limits.of(Limit.CHARTS) + " charts");
    }
  }

  /** A mutable copy of a value, which counts. */
  Object copy(Object value) {
    if (value instanceof Table table) {
      return copyTable(table, false);
    } else if (value instanceof Sequence list) {
      takeValues(list.size());
      return list.deepCopy();
    }
    return value;
  }

  /** A mutable copy of a table, which counts. */
  Table copyTable(Table table, boolean withoutNulls) {
    takeValues(table.size());
    Table copy = new Table();
    for (Table.Slot entry : table.slots()) {
      Object value = entry.getValue();
      if (value instanceof Table inner) {
        copy.put(entry.getKey(), copyTable(inner, withoutNulls), entry.position());
      } else if (value != null || !withoutNulls) {
        copy.put(entry.getKey(), copy(value), entry.position());
      }
    }
    return copy;
  }

  private void takeValues(int values) {
    valuesLeft -= values;
    budget.worked(1 + values);
    if (valuesLeft < 0) {
      throw new LimitException(
          Limit.COALESCED_VALUES,
          "coalescing the values would copy more than "
              + limits.of(Limit.COALESCED_VALUES)
              + " of them");
    }
  }

  /** Refuses tables that imports have nested too deep. */
  void checkDepth(Table table) {
    if (!isWithin(table, depth())) {
      throw new LimitException(
          Limit.IMPORT_DEPTH, "imported values are nested deeper than the limit of " + depth());
    }
  }

  private static boolean isWithin(Object value, int depth) {
    if (value instanceof Table table) {
      if (depth == 0) {
        return false;
      }
      for (Table.Slot entry : table.slots()) {
        if (!isWithin(entry.getValue(), depth - 1)) {
          return false;
        }
      }
    }
    return true;
  }

  int depth() {
    return limits.intOf(Limit.IMPORT_DEPTH);
  }
}
