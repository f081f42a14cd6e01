package dev.pintle.render.compose;

import dev.pintle.values.Table;

/**
 * Puts the entries of one table under those of another, which win.
 *
 * <p>Where both have a table, these are merged too. What becomes of null is what tells the ways of
 * merging apart. When values are <em>merged</em>, null stays, so that it can still take effect
 * later. When they are <em>coalesced</em>, a null that wins over a value removes the entry.
 *
 * @param keepsNulls true to merge, false to coalesce
 * @param dropsSourceNulls true if nulls of the source count as if they were not there
 * @param copies true if what is taken over is copied; false if both tables shall share it, in which
 *     case the source is mutable and is not used on its own afterwards
 */
record TableMerge(
    boolean keepsNulls,
    boolean dropsSourceNulls,
    boolean copies,
    Warnings warnings,
    CompositionBudget budget) {

  /** Puts the entries of the source under those of the destination. */
  void merge(Table destination, Table source, String path) {
    for (Table.Slot entry : source.slots()) {
      budget.step();
      String key = entry.getKey();
      Object value = entry.getValue();
      if (value == null && dropsSourceNulls) {
        continue;
      }
      Table.Slot existing = destination.slot(key);
      if (existing == null) {
        destination.put(key, taken(value), entry.position());
      } else if (existing.getValue() == null) {
        if (!keepsNulls && value != null) {
          destination.remove(key);
        }
      } else {
        mergeBoth(existing, entry, path);
      }
    }
    if (!copies) {
      showNullsOf(destination, source);
    }
  }

  private void mergeBoth(Table.Slot existing, Table.Slot entry, String path) {
    boolean table = existing.getValue() instanceof Table;
    if (entry.getValue() instanceof Table source) {
      if (existing.getValue() instanceof Table destination) {
        merge(destination, source, join(path, entry.getKey()));
      } else {
        warnings.add(
            existing.position(),
            "warning: cannot overwrite table with non table for %s (%v)",
            join(path, entry.getKey()),
            source);
      }
    } else if (table && entry.getValue() != null) {
      warnings.add(
          entry.position(),
          "warning: destination for %s is a table. Ignoring non-table value (%v)",
          join(path, entry.getKey()),
          entry.getValue());
    }
  }

  /** A table that others share sees the nulls that have won over it. */
  private void showNullsOf(Table destination, Table source) {
    for (Table.Slot entry : destination.slots()) {
      budget.step();
      if (entry.getValue() == null) {
        source.put(entry);
      }
    }
  }

  /** A value as it is put into the destination; lists keep their nulls. */
  Object taken(Object value) {
    if (!copies) {
      return value;
    }
    return value instanceof Table table
        ? budget.copyTable(table, dropsSourceNulls)
        : budget.copy(value);
  }

  /** A path of keys, for messages. */
  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
