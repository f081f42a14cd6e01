package dev.pintle.values;

import java.util.Collection;
import java.util.Map;

/** Takes ordinary Java values over, as a values file would give them. Stateless. */
public final class JavaValues {

  private JavaValues() {}

  /**
   * A mutable table of a map: numbers become {@code float64} as in a values file, collections
   * become sequences.
   *
   * @throws IllegalArgumentException for a key that is no string, or a value that no values file
   *     has
   */
  public static Table table(Map<?, ?> map) {
    Table table = new Table();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException("a key of values is not a string: " + key);
          }
          table.put(name, value(value));
        });
    return table;
  }

  private static Object value(Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    } else if (value instanceof Number number) {
      return number.doubleValue();
    } else if (value instanceof Map<?, ?> map) {
      return table(map);
    } else if (value instanceof Collection<?> items) {
      return Sequence.of(items.stream().map(JavaValues::value).toArray());
    } else if (value instanceof Enum<?> || value instanceof CharSequence) {
      return value.toString();
    }
    throw new IllegalArgumentException("no values file has a " + value.getClass().getName());
  }
}
