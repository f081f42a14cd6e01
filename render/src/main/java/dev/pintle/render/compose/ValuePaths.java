package dev.pintle.render.compose;

import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Table;

/**
 * Finds values by paths of keys with dots between them, as Helm's {@code Values} does. Stateless.
 */
final class ValuePaths {

  private ValuePaths() {}

  /** The table at that path, or null if there is none. */
  static Table table(Table values, String path) {
    Table at = values;
    for (String key : TextParts.split(path, '.')) {
      if (!(at.get(key) instanceof Table next)) {
        return null;
      }
      at = next;
    }
    return at;
  }

  /** The entry at that path, if there is one and it is no table; otherwise null. */
  static Table.Slot leaf(Table values, String path) {
    int lastDot = path.lastIndexOf('.');
    Table table = lastDot < 0 ? values : table(values, path.substring(0, lastDot));
    Table.Slot slot = table == null ? null : table.slot(path.substring(lastDot + 1));
    return slot == null || slot.getValue() instanceof Table ? null : slot;
  }
}
