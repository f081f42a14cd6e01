package dev.pintle.go.json;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** What JSON calls a value, for messages of decoders. Stateless. */
public final class JsonKind {

  private JsonKind() {}

  /**
   * {@code object}, {@code array}, {@code string}, {@code bool}, {@code number} or {@code null}.
   */
  public static String nameOf(Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Table) {
      return "object";
    } else if (value instanceof Sequence) {
      return "array";
    } else if (value instanceof String) {
      return "string";
    }
    return value instanceof Boolean ? "bool" : "number";
  }
}
