package dev.pintle.apply.fabric8.patch;

import dev.pintle.apply.fabric8.patch.ObjectType.Field;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes one patch of two: what goes, and what comes or changes. */
final class MergedPatch {

  private MergedPatch() {}

  /**
   * Merges the second into the first.
   *
   * @return the first
   * @throws PatchException if the two do not go together
   */
  static Table of(Table deletions, Table changes, ObjectType type) {
    Object retained = changes.remove(Difference.RETAIN_KEYS);
    if (retained != null) {
      deletions.put(Difference.RETAIN_KEYS, retained);
    }
    List.copyOf(changes.keySet()).stream()
        .filter(key -> key.startsWith(Difference.ORDER))
        .forEach(key -> mergeOrdered(key, deletions, changes, type));
    for (Table.Slot slot : List.copyOf(changes.slots())) {
      String key = slot.getKey();
      Object there = deletions.get(key);
      Object change = slot.getValue();
      if (there instanceof Table one && change instanceof Table other) {
        Field field = type.field(key);
        change = field.replaces() ? other : of(one, other, field.type());
      } else if (there instanceof Sequence one && change instanceof Sequence other) {
        Field field = type.field(key);
        change = field.mergesLists() ? Sequence.copyOf(merged(one, other, field)) : other;
      }
      deletions.put(key, change);
    }
    return deletions;
  }

  /** Merges a list whose order is told. */
  private static void mergeOrdered(
      String orderKey, Table deletions, Table changes, ObjectType type) {
    String key = orderKey.substring(Difference.ORDER.length());
    Sequence order = (Sequence) changes.remove(orderKey);
    deletions.put(orderKey, order);
    Sequence going = deletions.get(key) instanceof Sequence list ? list : Sequence.empty();
    Sequence coming = changes.remove(key) instanceof Sequence list ? list : Sequence.empty();
    if (going.isEmpty() && coming.isEmpty()) {
      return;
    }
    Field field = type.field(key);
    ListItems items = new ListItems(field.mergeKey());
    requireOrder(items, coming, order);
    List<Object> all =
        going.isEmpty() ? coming : coming.isEmpty() ? going : merged(going, coming, field);
    deletions.put(key, Sequence.copyOf(items.arranged(all, order, going)));
  }

  /** Refuses items that are in another order than the one told, as happens with equal keys. */
  private static void requireOrder(ListItems items, Sequence list, Sequence order) {
    int next = 0;
    for (Object item : list) {
      if (ListItems.isDeletion(item)) {
        continue;
      }
      Object key = items.key(item);
      while (next < order.size() && !key.equals(items.key(order.get(next)))) {
        next++;
      }
      if (next == order.size()) {
        throw new PatchException(
            "The order in patch list:\n"
                + GoText.of(list)
                + "\n doesn't match $setElementOrder list:\n"
                + GoText.of(order)
                + "\n");
      }
      next++;
    }
  }

  private static List<Object> merged(Sequence going, Sequence coming, Field field) {
    ListItems items = new ListItems(field.mergeKey());
    List<Object> all = new ArrayList<>(going);
    Map<Object, Integer> places = items.places(going);
    for (Object item : coming) {
      Integer place = places.putIfAbsent(items.key(item), all.size());
      if (place == null) {
        all.add(item);
      } else if (item instanceof Table table) {
        all.set(place, of((Table) all.get(place), table, field.type()));
      }
    }
    return items.arranged(all, coming, going);
  }
}
