package dev.pintle.apply.history.helm;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Objects;

/**
 * Changes a stored record only where something was meant to change: what a newer Helm wrote that we
 * do not know, and how it wrote what we know, stay. Stateless.
 */
final class KeptFields {

  private KeptFields() {}

  /**
   * Brings the differences between two states of what we know into what is stored.
   *
   * @param stored what is there; not changed
   * @param before what we read in it, as we would write it
   * @param after what we want to write
   * @return what to store
   */
  static Table change(Table stored, Table before, Table after) {
    Table result = new Table();
    stored.slots().forEach(result::put);
    for (Table.Slot slot : before.slots()) {
      if (!after.containsKey(slot.getKey())) {
        result.remove(slot.getKey());
      }
    }
    for (Table.Slot slot : after.slots()) {
      String key = slot.getKey();
      Object wanted = slot.getValue();
      if (!before.containsKey(key) || !Objects.equals(before.get(key), wanted)) {
        result.put(key, changed(stored.get(key), before.get(key), wanted));
      }
    }
    return result;
  }

  private static Object changed(Object stored, Object before, Object after) {
    if (stored instanceof Table there
        && before instanceof Table known
        && after instanceof Table wanted) {
      return change(there, known, wanted);
    }
    if (stored instanceof Sequence there
        && before instanceof Sequence known
        && after instanceof Sequence wanted
        && there.size() == known.size()
        && known.size() == wanted.size()) {
      Object[] items = new Object[wanted.size()];
      for (int i = 0; i < items.length; i++) {
        boolean same = Objects.equals(known.get(i), wanted.get(i));
        items[i] = same ? there.get(i) : changed(there.get(i), known.get(i), wanted.get(i));
      }
      return Sequence.of(items);
    }
    return after;
  }
}
