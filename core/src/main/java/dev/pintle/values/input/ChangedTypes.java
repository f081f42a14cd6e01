package dev.pintle.values.input;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.limit.Budget;
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
  private final Budget budget;

  /** The keys that lead to what is being compared. */
  private final List<String> path = new ArrayList<>();

  private ChangedTypes(Budget budget) {
    this.budget = budget;
  }

  /**
   * Compares values with those over which they are to be put.
   *
   * @param budget counts what it takes
   */
  public static List<Diagnostic> of(Table values, Table before, Budget budget) {
    ChangedTypes changes = new ChangedTypes(budget);
    changes.compare(values, before);
    return changes.found;
  }

  private void compare(Table values, Table before) {
    for (Table.Slot value : values.sorted()) {
      budget.step();
      Table.Slot old = before.slot(value.getKey());
      if (old != null) {
        path.add(value.getKey());
        compare(value, old);
        path.remove(path.size() - 1);
      }
    }
  }

  private void compare(Table.Slot value, Table.Slot old) {
    ValueKind kind = ValueKind.of(value.getValue());
    ValueKind oldKind = ValueKind.of(old.getValue());
    if (kind == ValueKind.OTHER || oldKind == ValueKind.OTHER || old.getValue().equals("")) {
      return;
    }
    if (kind != oldKind) {
      add(kind, oldKind, value.position(), old.position());
    } else if (value.getValue() instanceof Table table) {
      compare(table, (Table) old.getValue());
    }
  }

  private void add(ValueKind kind, ValueKind oldKind, Position position, Position oldPlace) {
    String name = String.join(".", path);
    budget.built(name.length());
    Diagnostic change =
        Diagnostic.of(
            Diagnostic.Kind.CHANGED_TYPE,
            "`" + Visible.name(name) + "` was " + oldKind + " and becomes " + kind,
            position);
    found.add(oldPlace == null ? change : change.withHint(new Hint.Overrides(oldPlace)));
  }
}
