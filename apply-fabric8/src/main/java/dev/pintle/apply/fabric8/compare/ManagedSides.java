package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.compare.FieldComparison;
import dev.pintle.values.Table;
import java.util.Set;

/**
 * Who manages a place of an object as it is, and as the server would have it after an apply.
 *
 * @param fieldManager the manager that applies
 * @param onlyManaged whether what this manager manages on neither side is left out: what the server
 *     adds to what is applied, and what others did between two looks
 */
record ManagedSides(FieldOwners before, FieldOwners after, String fieldManager, boolean onlyManaged)
    implements FieldComparison.Guide {

  /** The whole of two objects. */
  static ManagedSides of(Table before, Table after, String fieldManager, boolean onlyManaged) {
    return new ManagedSides(
        FieldOwners.of(before), FieldOwners.of(after), fieldManager, onlyManaged);
  }

  @Override
  public ManagedSides field(String name) {
    return new ManagedSides(before.field(name), after.field(name), fieldManager, onlyManaged);
  }

  @Override
  public ManagedSides items(Object one, Object other) {
    return new ManagedSides(before.item(one), after.item(other), fieldManager, onlyManaged);
  }

  @Override
  public Set<String> itemFields() {
    return after.itemFields().isEmpty() ? before.itemFields() : after.itemFields();
  }

  @Override
  public FieldDifference difference(String path, Object value, Object wanted) {
    boolean ours = before.includes(fieldManager) || after.includes(fieldManager);
    if (!ours && onlyManaged) {
      return null;
    }
    FieldOwners.Claim last = before.last(fieldManager).orElse(null);
    return new FieldDifference(
        path,
        value,
        wanted,
        last == null ? "" : last.manager(),
        last == null ? null : last.since());
  }
}
