package dev.pintle.render.function;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** Copies of values that share nothing that a template can change. */
final class DeepCopies {

  private DeepCopies() {}

  static Object of(Object value) {
    return copy(value, 0);
  }

  private static Object copy(Object value, int depth) {
    Nesting.check(depth);
    if (value instanceof Table table) {
      if (table.isNil()) {
        return table;
      }
      Table copy = Table.ofType(table.type());
      for (Table.Slot slot : table.sorted()) {
        copy.put(slot.getKey(), copy(slot.getValue(), depth + 1), slot.position());
      }
      return copy;
    }
    if (value instanceof Sequence sequence) {
      if (sequence.isNil()) {
        return sequence;
      }
      Object[] items = sequence.toArray();
      for (int i = 0; i < items.length; i++) {
        items[i] = copy(items[i], depth + 1);
      }
      return Sequence.ofType(sequence.type(), items);
    }
    return value instanceof byte[] bytes ? bytes.clone() : value;
  }
}
