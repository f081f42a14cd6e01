package dev.pintle.render.function.dict;

import dev.pintle.go.fmt.Nesting;
import dev.pintle.render.function.Effort;
import dev.pintle.render.function.semver.SemverValue;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** One copy of a value that shares nothing that a template can change. */
final class DeepCopies {

  private static final long BYTES_PER_VALUE = 32;

  private final Execution execution;
  private long values;

  private DeepCopies(Execution execution) {
    this.execution = execution;
  }

  /** Copies a value, within the limits of the execution. */
  static Object of(Execution execution, Object value) {
    DeepCopies copies = new DeepCopies(execution);
    Object copy = copies.copy(value, 0);
    execution.built(copies.values * BYTES_PER_VALUE);
    return copy;
  }

  private Object copy(Object value, int depth) {
    if (value instanceof Table table) {
      return table.isNil() ? table : copyTable(table, depth);
    }
    if (value instanceof Sequence sequence) {
      return sequence.isNil() ? sequence : copySequence(sequence, depth);
    }
    if (value instanceof byte[] bytes) {
      return bytes.clone();
    }
    // The library cannot see into a version, so that the copy is one of nothing.
    return value instanceof SemverValue version ? version.zero() : value;
  }

  private Table copyTable(Table table, int depth) {
    count(table.size(), depth);
    Table copy = Table.ofType(table.type());
    for (Table.Slot slot : table.sorted()) {
      copy.put(slot.getKey(), copy(slot.getValue(), depth + 1), slot.position());
    }
    return copy;
  }

  private Sequence copySequence(Sequence sequence, int depth) {
    count(sequence.size(), depth);
    Object[] items = sequence.toArray();
    for (int i = 0; i < items.length; i++) {
      items[i] = copy(items[i], depth + 1);
    }
    return Sequence.ofType(sequence.type(), items);
  }

  /** A value that holds another twice becomes twice as large, and so on at each level. */
  private void count(int items, int depth) {
    Nesting.check(depth);
    values += items + 1L;
    Effort.willBuildItems(execution, values);
  }
}
