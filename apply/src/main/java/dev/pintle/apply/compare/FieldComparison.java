package dev.pintle.apply.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares an object as it is with the same as it is to be, field by field. Items of lists are told
 * apart by what the guide says, else by their names, else by their places.
 */
public final class FieldComparison {

  private final List<FieldDifference> differences = new ArrayList<>();

  private FieldComparison() {}

  /** What is known of a place in an object besides the values on both sides. */
  public interface Guide {

    /** The same for a field below. */
    Guide field(String name);

    /**
     * The same for an item of the list that is here.
     *
     * @param before the item as it is, or null
     * @param after the item as it is to be, or null
     */
    Guide items(Object before, Object after);

    /** By which fields the items of the list that is here are told apart; empty if not known. */
    Set<String> itemFields();

    /** What is said of a difference here; null if it is none that counts. */
    FieldDifference difference(String path, Object before, Object after);
  }

  /** What differs, in the order of names; both objects stay as they are. */
  public static List<FieldDifference> compare(Table before, Table after, Guide guide) {
    FieldComparison comparison = new FieldComparison();
    comparison.values("", before, after, guide);
    return comparison.differences;
  }

  private void values(String path, Object before, Object after, Guide guide) {
    if (SameValue.test(before, after)) {
      return;
    }
    if (before instanceof Table one && after instanceof Table other) {
      Set<String> names = new TreeSet<>(one.keySet());
      names.addAll(other.keySet());
      for (String name : names) {
        values(FieldPath.field(path, name), one.get(name), other.get(name), guide.field(name));
      }
    } else if (before instanceof Sequence one && after instanceof Sequence other) {
      lists(path, one, other, guide);
    } else {
      add(path, before, after, guide);
    }
  }

  private void add(String path, Object before, Object after, Guide guide) {
    FieldDifference difference = guide.difference(path, before, after);
    if (difference != null) {
      differences.add(difference);
    }
  }

  private void lists(String path, Sequence before, Sequence after, Guide guide) {
    Set<String> fields = tellingFields(before, after, guide);
    if (fields.isEmpty()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        Object one = i < before.size() ? before.get(i) : null;
        Object other = i < after.size() ? after.get(i) : null;
        values(FieldPath.item(path, i), one, other, guide.items(one, other));
      }
      return;
    }
    Map<String, Table> ones = byPlace(path, before, fields);
    Map<String, Table> others = byPlace(path, after, fields);
    Set<String> places = new LinkedHashSet<>(ones.keySet());
    places.addAll(others.keySet());
    for (String place : places) {
      Table one = ones.get(place);
      Table other = others.get(place);
      values(place, one, other, guide.items(one, other));
    }
  }

  private static Map<String, Table> byPlace(String path, Sequence list, Set<String> fields) {
    Map<String, Table> items = new LinkedHashMap<>();
    for (Object item : list) {
      items.putIfAbsent(FieldPath.item(path, (Table) item, fields), (Table) item);
    }
    return items;
  }

  /** What tells the items of two lists apart; empty if only their places do. */
  private static Set<String> tellingFields(Sequence before, Sequence after, Guide guide) {
    Set<String> known = guide.itemFields();
    Set<String> fields = known.isEmpty() ? Set.of("name") : known;
    return areTold(before, fields) && areTold(after, fields) ? fields : Set.of();
  }

  private static boolean areTold(Sequence items, Set<String> fields) {
    Set<String> seen = new LinkedHashSet<>();
    for (Object item : items) {
      boolean told =
          item instanceof Table table
              && fields.stream().anyMatch(table::containsKey)
              && seen.add(FieldPath.item("", table, fields));
      if (!told) {
        return false;
      }
    }
    return true;
  }
}
