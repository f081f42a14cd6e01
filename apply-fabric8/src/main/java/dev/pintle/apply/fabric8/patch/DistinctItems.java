package dev.pintle.apply.fabric8.patch;

import dev.pintle.values.GoInt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Takes out of a list of scalars what is in it twice, in the order that Kubernetes leaves: the last
 * item takes the place of one that goes. Where each value stands is kept, so that a long list takes
 * little longer than it is.
 */
final class DistinctItems {

  private final List<Object> items;
  private final Map<Object, TreeSet<Integer>> places = new HashMap<>();

  private DistinctItems(List<Object> items) {
    this.items = new ArrayList<>(items);
    for (int i = 0; i < items.size(); i++) {
      placesOf(items.get(i)).add(i);
    }
  }

  /** Each item once. */
  static List<Object> of(List<Object> items) {
    DistinctItems distinct = new DistinctItems(items);
    for (int i = 0; i < distinct.items.size(); i++) {
      distinct.takeOutOthersLike(i);
    }
    return distinct.items;
  }

  private void takeOutOthersLike(int index) {
    TreeSet<Integer> same = placesOf(items.get(index));
    for (Integer other = same.higher(index); other != null; other = same.higher(index)) {
      int end = items.size() - 1;
      Object last = items.remove(end);
      placesOf(last).remove(end);
      if (other < end) {
        items.set(other, last);
        same.remove(other);
        placesOf(last).add(other);
      }
    }
  }

  private TreeSet<Integer> placesOf(Object item) {
    return places.computeIfAbsent(comparable(item), key -> new TreeSet<>());
  }

  /** The same for 1 and 1.0, which are one number in JSON. */
  private static Object comparable(Object item) {
    boolean isNumber = item instanceof Number || item instanceof GoInt;
    return isNumber ? new BigDecimal(item.toString()).stripTrailingZeros() : item;
  }
}
