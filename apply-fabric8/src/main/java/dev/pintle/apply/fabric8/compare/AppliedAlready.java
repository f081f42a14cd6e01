package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.compare.SameValue;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows of many objects without asking the server that an apply would change nothing: the manager
 * applied exactly the fields that are wanted, and each has the value that is wanted, letter by
 * letter. Where a value is written otherwise, set by default or hard to tell, it says no, and the
 * server has to be asked.
 */
final class AppliedAlready {

  private AppliedAlready() {}

  /**
   * True if an apply would surely change nothing.
   *
   * @param wanted what would be sent
   * @param live the object with its managed fields
   */
  static boolean test(Table wanted, Table live, String fieldManager) {
    if (wanted.containsKey("stringData")) {
      return false; // becomes something else on the server
    }
    for (Table entry : Fields.tables(Fields.table(live, "metadata"), "managedFields")) {
      if (Fields.text(entry, "manager").equals(fieldManager)
          && Fields.text(entry, "operation").equals("Apply")
          && Fields.text(entry, "subresource").isEmpty()) {
        return Fields.text(entry, "apiVersion").equals(Fields.text(wanted, "apiVersion"))
            && same(Fields.table(entry, "fieldsV1"), withoutIdentity(wanted), live);
      }
    }
    return false;
  }

  /** What names an object is managed by nobody. */
  private static Table withoutIdentity(Table wanted) {
    Table rest = wanted.as(GoType.MAP);
    rest.remove("apiVersion");
    rest.remove("kind");
    Table metadata = Fields.table(wanted, "metadata").as(GoType.MAP);
    metadata.remove("name");
    metadata.remove("namespace");
    rest.put("metadata", metadata);
    return rest;
  }

  private static boolean same(Table fields, Object wanted, Object live) {
    if (fields.isEmpty()) {
      return SameValue.test(wanted, live);
    }
    if (wanted instanceof Table table && live instanceof Table liveTable) {
      return sameTable(fields, table, liveTable);
    }
    return wanted instanceof Sequence list
        && live instanceof Sequence liveList
        && sameList(fields, list, liveList);
  }

  private static boolean sameTable(Table fields, Table wanted, Table live) {
    for (String key : fields.keySet()) {
      if (!key.equals(".") && !(key.startsWith("f:") && wanted.containsKey(key.substring(2)))) {
        return false;
      }
    }
    for (Table.Slot slot : wanted.slots()) {
      boolean same =
          slot.getValue() != null
              && fields.get("f:" + slot.getKey()) instanceof Table below
              && same(below, slot.getValue(), live.get(slot.getKey()));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameList(Table fields, Sequence wanted, Sequence live) {
    Set<String> found = new HashSet<>();
    for (Object item : wanted) {
      String key = FieldOwners.itemKey(fields, item).orElse("");
      if (key.isEmpty() || !found.add(key)) {
        return false;
      }
      Table only = new Table();
      only.put(key, fields.get(key));
      boolean same =
          live.stream()
              .filter(each -> FieldOwners.itemKey(only, each).isPresent())
              .anyMatch(each -> same((Table) only.get(key), item, each));
      if (!same) {
        return false;
      }
    }
    return found.size() == fields.size() - (fields.containsKey(".") ? 1 : 0);
  }
}
