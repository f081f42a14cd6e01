package dev.pintle.apply.fabric8.patch;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How items of merged lists are told apart and put in order: tables by their merge key, others by
 * what they are. In the order in which items are given, one thing is odd and yet kept: where two
 * have the same key, which happens (a port over TCP and over UDP), Kubernetes turns them around
 * when it sorts them.
 *
 * @param mergeKey empty for lists of other things than tables
 */
record ListItems(String mergeKey) {

  static final String DIRECTIVE = "$patch";
  static final String DELETE = "delete";

  /**
   * Whether lists have tables as items.
   *
   * @throws PatchException if the items are not all of one kind, or are lists
   */
  static boolean areTables(Sequence... lists) {
    Class<?> kind = null;
    for (Sequence list : lists) {
      for (Object item : list) {
        if (item instanceof Sequence) {
          throw new PatchException("lists of lists are not supported");
        }
        Class<?> its =
            item instanceof Number ? Number.class : item == null ? null : item.getClass();
        if (kind != null && kind != its) {
          throw new PatchException(
              "list element types are not identical: " + GoText.of(Sequence.of((Object[]) lists)));
        }
        kind = its;
      }
    }
    return kind == Table.class;
  }

  /**
   * What tells an item apart.
   *
   * @throws PatchException if it has not got its merge key
   */
  Object key(Object item) {
    Object key = item;
    if (item instanceof Table table) {
      if (!table.containsKey(mergeKey)) {
        throw new PatchException(
            "map: " + GoText.of(item) + " does not contain declared merge key: " + mergeKey);
      }
      key = table.get(mergeKey);
    }
    return key instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : key;
  }

  Set<Object> keys(Collection<?> items) {
    Set<Object> keys = new HashSet<>();
    items.forEach(item -> keys.add(key(item)));
    return keys;
  }

  /** Where in a list each key is first. */
  Map<Object, Integer> places(Collection<?> items) {
    Map<Object, Integer> places = new HashMap<>();
    int place = 0;
    for (Object item : items) {
      places.putIfAbsent(key(item), place++);
    }
    return places;
  }

  /** What says in a patch that an item is to go. */
  Table deletion(Object item) {
    Table deletion = new Table();
    deletion.put(mergeKey, ((Table) item).get(mergeKey));
    deletion.put(DIRECTIVE, DELETE);
    return deletion;
  }

  static boolean isDeletion(Object item) {
    return item instanceof Table table && DELETE.equals(table.get(DIRECTIVE));
  }

  /** An item that says nothing but which it is. */
  Object bare(Object item) {
    if (!(item instanceof Table table)) {
      return item;
    }
    Table bare = new Table();
    bare.put(mergeKey, table.get(mergeKey));
    return bare;
  }

  /** The items sorted by the text of their keys. */
  List<Object> sorted(Sequence items) {
    List<Object> sorted = new ArrayList<>();
    Comparator<Object> order =
        Comparator.comparing(item -> GoText.of(key(item)), GoStrings.BYTE_ORDER);
    for (Object item : items) {
      int place = sorted.size();
      while (place > 0 && order.compare(item, sorted.get(place - 1)) <= 0) {
        place--;
      }
      sorted.add(place, item);
    }
    return sorted;
  }

  /** The items in the order that their keys have in another list, deletions last. */
  List<Object> ordered(Collection<?> items, Collection<?> order) {
    Map<Object, Integer> places = places(order);
    List<Object> ordered = new ArrayList<>();
    items.stream().filter(item -> !isDeletion(item)).forEach(ordered::add);
    ordered.sort(Comparator.comparing(item -> places.getOrDefault(key(item), Integer.MAX_VALUE)));
    items.stream().filter(ListItems::isDeletion).forEach(ordered::add);
    return ordered;
  }

  /**
   * The items in the order of a first list; those that are not in it are put between the others as
   * a second list has them, as far as that goes.
   */
  List<Object> arranged(Collection<?> items, Collection<?> first, Collection<?> second) {
    Set<Object> keys = keys(first);
    List<Object> leading = new ArrayList<>();
    List<Object> rest = new ArrayList<>();
    items.forEach(item -> (keys.contains(key(item)) ? leading : rest).add(item));
    return woven(ordered(rest, second), ordered(leading, first), places(second));
  }

  private List<Object> woven(List<Object> rest, List<Object> leading, Map<Object, Integer> places) {
    List<Object> all = new ArrayList<>();
    int next = 0;
    for (Object item : leading) {
      while (next < rest.size() && isBefore(rest.get(next), item, places)) {
        all.add(rest.get(next++));
      }
      all.add(item);
    }
    all.addAll(rest.subList(next, rest.size()));
    return all;
  }

  private boolean isBefore(Object one, Object other, Map<Object, Integer> places) {
    Integer place = places.get(key(one));
    Integer otherPlace = places.get(key(other));
    return place != null && otherPlace != null && place < otherPlace;
  }
}
