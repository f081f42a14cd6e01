package dev.pintle.apply.fabric8.patch;

import dev.pintle.apply.compare.SameValue;
import dev.pintle.apply.fabric8.patch.ObjectType.Field;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two objects as a patch, or a part of it: only what goes, or only what comes or
 * changes.
 *
 * @param deletes whether what the first has and the second has not is in it
 * @param changes whether what is new or different in the second is in it
 */
record Difference(boolean deletes, boolean changes) {

  static final String RETAIN_KEYS = "$retainKeys";
  static final String ORDER = "$setElementOrder/";
  static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList/";

  /**
   * The patch.
   *
   * @throws PatchException if the type does not have what the objects have, or the items of a list
   *     cannot be told apart
   */
  Table of(Table from, Table to, ObjectType type) {
    return tables(from, to, type, false);
  }

  private Table tables(Table from, Table to, ObjectType type, boolean retainsKeys) {
    Table patch = new Table();
    List<String> retained = new ArrayList<>();
    for (Table.Slot slot : to.slots()) {
      String key = slot.getKey();
      Object after = slot.getValue();
      Object before = from.get(key);
      if (retainsKeys && after != null) {
        retained.add(key);
      }
      if (before instanceof Table one && after instanceof Table other) {
        putTable(key, one, other, type, patch);
      } else if (before instanceof Sequence one && after instanceof Sequence other) {
        putList(key, one, other, type, patch);
      } else if (!from.containsKey(key) || !SameValue.test(before, after)) {
        putChange(key, after, patch);
      }
    }
    boolean lacks = false;
    for (Table.Slot slot : from.slots()) {
      if (!to.containsKey(slot.getKey())) {
        lacks |= slot.getValue() != null;
        if (deletes) {
          patch.put(slot.getKey(), null);
        }
      }
    }
    if (!retained.isEmpty() && (lacks || !patch.isEmpty())) {
      retained.sort(GoStrings.BYTE_ORDER);
      patch.put(RETAIN_KEYS, Sequence.copyOf(retained));
    }
    return patch;
  }

  private void putChange(String key, Object after, Table patch) {
    if (changes) {
      patch.put(key, after);
    }
  }

  private void putTable(String key, Table before, Table after, ObjectType type, Table patch) {
    Field field = field(key, before, after, type);
    if (field == null) {
      return;
    }
    if (field.replaces()) {
      putChange(key, after, patch);
      return;
    }
    Table below = tables(before, after, field.type(), field.retainsKeys());
    if (!below.isEmpty()) {
      patch.put(key, below);
    }
  }

  private void putList(String key, Sequence before, Sequence after, ObjectType type, Table patch) {
    Field field = field(key, before, after, type);
    if (field == null) {
      return;
    }
    if (!field.mergesLists()) {
      if (!SameValue.test(before, after)) {
        putChange(key, after, patch);
      }
    } else if (before.isEmpty()) {
      if (!after.isEmpty()) {
        putChange(key, after, patch);
      }
    } else if (ListItems.areTables(before, after)) {
      putTables(key, before, after, field, patch);
    } else {
      putScalars(key, before, after, patch);
    }
  }

  /** Null if the type has no such field, which does not matter as long as nothing differs. */
  private static Field field(String key, Object before, Object after, ObjectType type) {
    try {
      return type.field(key);
    } catch (PatchException e) {
      if (SameValue.test(before, after)) {
        return null;
      }
      throw e;
    }
  }

  private void putTables(String key, Sequence before, Sequence after, Field field, Table patch) {
    ListItems items = new ListItems(field.mergeKey());
    List<Object> changed = new ArrayList<>();
    List<Object> deleted = new ArrayList<>();
    List<Object> from = items.sorted(before);
    List<Object> to = items.sorted(after);
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      int order = order(items, from, i, to, j);
      if (order == 0) {
        Table one = (Table) from.get(i++);
        Table other = (Table) to.get(j++);
        Table below = tables(one, other, field.type(), field.retainsKeys());
        if (!below.isEmpty()) {
          below.put(field.mergeKey(), other.get(field.mergeKey()));
          changed.add(below);
        }
      } else if (order > 0) {
        if (changes) {
          changed.add(to.get(j));
        }
        j++;
      } else {
        if (deletes) {
          deleted.add(items.deletion(from.get(i)));
        }
        i++;
      }
    }
    List<Object> all = items.ordered(changed, after);
    all.addAll(deleted);
    boolean tellsOrder =
        changes && (!all.isEmpty() || !isSameOrder(items, before, after))
            || deletes && !all.isEmpty();
    put(key, all, patch);
    if (tellsOrder) {
      put(ORDER + key, after.stream().map(items::bare).toList(), patch);
    }
  }

  /** Which of two sorted lists comes first: below 0 for the first, 0 if both have the item. */
  private static int order(ListItems items, List<Object> from, int i, List<Object> to, int j) {
    if (i >= from.size() || j >= to.size()) {
      return i >= from.size() ? 1 : -1;
    }
    return GoStrings.compare(GoText.of(items.key(from.get(i))), GoText.of(items.key(to.get(j))));
  }

  private static boolean isSameOrder(ListItems items, Sequence before, Sequence after) {
    return before.stream().map(items::key).toList().equals(after.stream().map(items::key).toList());
  }

  private void putScalars(String key, Sequence before, Sequence after, Table patch) {
    ListItems items = new ListItems("");
    List<Object> from = items.sorted(before);
    List<Object> to = items.sorted(after);
    List<Object> added = new ArrayList<>();
    List<Object> deleted = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      int order = order(items, from, i, to, j);
      if (order == 0) {
        i++;
        j++;
      } else if (order > 0) {
        added.add(to.get(j++));
      } else {
        deleted.add(from.get(i++));
      }
    }
    if (changes) {
      put(key, items.ordered(added, after), patch);
    }
    if (deletes) {
      put(DELETE_FROM_LIST + key, DistinctItems.of(deleted), patch);
    }
    // Kubernetes has sorted the first by now, so the order is told unless the second is sorted.
    boolean differs = !SameValue.test(Sequence.copyOf(from), after);
    if (deletes && !deleted.isEmpty() || changes && differs) {
      put(ORDER + key, after, patch);
    }
  }

  private static void put(String key, List<?> items, Table patch) {
    if (!items.isEmpty()) {
      patch.put(key, Sequence.copyOf(items));
    }
  }
}
