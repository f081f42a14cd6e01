package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares an object as it is with the same as the server would have it after an apply, field by
 * field. Items of lists are told apart by what the server tells them apart by.
 */
final class FieldComparison {

  private final String fieldManager;
  private final boolean onlyManaged;
  private final List<FieldDifference> differences = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param fieldManager the manager that applies
   * @param onlyManaged whether what this manager manages on neither side is left out: what the
   *     server adds to what is applied, and what others did between two looks
   */
  FieldComparison(String fieldManager, boolean onlyManaged) {
    this.fieldManager = fieldManager;
    this.onlyManaged = onlyManaged;
  }

  /** What differs, in the order of names. */
  List<FieldDifference> compare(Table before, Table after) {
    values("", ComparedForm.of(before), ComparedForm.of(after), new Sides(before, after));
    return differences;
  }

  /** Who manages a place on both sides. */
  private record Sides(FieldOwners before, FieldOwners after) {

    Sides(Table before, Table after) {
      this(FieldOwners.of(before), FieldOwners.of(after));
    }

    Sides field(String name) {
      return new Sides(before.field(name), after.field(name));
    }

    Sides items(Object one, Object other) {
      return new Sides(before.item(one), after.item(other));
    }

    Set<String> itemFields() {
      return after.itemFields().isEmpty() ? before.itemFields() : after.itemFields();
    }
  }

  private void values(String path, Object before, Object after, Sides owners) {
    if (SameValue.test(before, after)) {
      return;
    }
    if (before instanceof Table one && after instanceof Table other) {
      Set<String> names = new TreeSet<>(one.keySet());
      names.addAll(other.keySet());
      for (String name : names) {
        values(FieldPath.field(path, name), one.get(name), other.get(name), owners.field(name));
      }
    } else if (before instanceof Sequence one && after instanceof Sequence other) {
      lists(path, one, other, owners);
    } else {
      add(path, before, after, owners);
    }
  }

  private void add(String path, Object before, Object after, Sides owners) {
    boolean ours = owners.before().includes(fieldManager) || owners.after().includes(fieldManager);
    if (ours || !onlyManaged) {
      FieldOwners.Claim last = owners.before().last(fieldManager).orElse(null);
      differences.add(
          new FieldDifference(
              path,
              before,
              after,
              last == null ? "" : last.manager(),
              last == null ? null : last.since()));
    }
  }

  private void lists(String path, Sequence before, Sequence after, Sides owners) {
    Set<String> fields = tellingFields(before, after, owners);
    if (fields.isEmpty()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        Object one = i < before.size() ? before.get(i) : null;
        Object other = i < after.size() ? after.get(i) : null;
        values(FieldPath.item(path, i), one, other, owners.items(one, other));
      }
      return;
    }
    Set<String> places = new LinkedHashSet<>();
    Stream.concat(before.stream(), after.stream())
        .forEach(item -> places.add(FieldPath.item(path, (Table) item, fields)));
    for (String place : places) {
      Table one = at(place, path, before, fields);
      Table other = at(place, path, after, fields);
      values(place, one, other, owners.items(one, other));
    }
  }

  private static Table at(String place, String path, Sequence list, Set<String> fields) {
    for (Object item : list) {
      if (FieldPath.item(path, (Table) item, fields).equals(place)) {
        return (Table) item;
      }
    }
    return null;
  }

  /** What tells the items of two lists apart; empty if only their places do. */
  private static Set<String> tellingFields(Sequence before, Sequence after, Sides owners) {
    Set<String> known = owners.itemFields();
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
