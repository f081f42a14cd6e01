package dev.pintle.values.input;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.Visible;
import dev.pintle.values.Table;
import dev.pintle.values.ValueKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds values that have another type than those that they take the place of: a list where a map
 * was, a number where a string was. An empty string and null stand for nothing in charts' defaults,
 * so anything may take their place.
 */
public final class ChangedTypes {

  private final List<Diagnostic> found = new ArrayList<>();

  private ChangedTypes() {}

  /** Compares values with those over which they are to be put. */
  public static List<Diagnostic> of(Table values, Table before) {
    ChangedTypes changes = new ChangedTypes();
    changes.compare(values, before, "");
    return changes.found;
  }

  private void compare(Table values, Table before, String path) {
    for (Table.Slot value : values.sorted()) {
      Table.Slot old = before.slot(value.getKey());
      if (old != null) {
        compare(value, old, path + value.getKey());
      }
    }
  }

  private void compare(Table.Slot value, Table.Slot old, String path) {
    ValueKind kind = ValueKind.of(value.getValue());
    ValueKind oldKind = ValueKind.of(old.getValue());
    if (kind == ValueKind.OTHER || oldKind == ValueKind.OTHER || old.getValue().equals("")) {
      return;
    }
    if (kind != oldKind) {
      add(path, kind, oldKind, value.position(), old.position());
    } else if (value.getValue() instanceof Table table) {
      compare(table, (Table) old.getValue(), path + ".");
    }
  }

  private void add(
      String path, ValueKind kind, ValueKind oldKind, Position position, Position oldPlace) {
    Diagnostic change =
        Diagnostic.of(
            Diagnostic.Kind.CHANGED_TYPE,
            "`" + Visible.name(path) + "` was " + oldKind + " and becomes " + kind,
            position);
    found.add(oldPlace == null ? change : change.withHint(new Hint.Overrides(oldPlace)));
  }
}
