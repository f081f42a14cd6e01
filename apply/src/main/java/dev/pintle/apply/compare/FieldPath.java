package dev.pintle.apply.compare;

import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Table;
import java.util.Set;
import java.util.StringJoiner;

/** Where a field is, as people read it. */
final class FieldPath {

  private FieldPath() {}

  static String field(String parent, String name) {
    if (name.isEmpty()
        || !TextParts.all(name, c -> TextParts.isAlphanumeric(c) || c == '_' || c == '-')) {
      return parent + "[\"" + name + "\"]";
    }
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** An item of a list, by its place. */
  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }

  /** An item of a list, by the fields that tell it from others. */
  static String item(String parent, Table item, Set<String> fields) {
    StringJoiner keys = new StringJoiner(",", parent + "[", "]");
    for (String field : fields) {
      if (item.containsKey(field)) {
        keys.add(field + "=" + plain(item.get(field)));
      }
    }
    return keys.toString();
  }

  private static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }
}
