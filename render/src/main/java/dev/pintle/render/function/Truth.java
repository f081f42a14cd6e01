package dev.pintle.render.function;

import dev.pintle.values.GoObject;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** What Go's templates hold true: everything but nil, false, zero and what is empty. */
public final class Truth {

  private Truth() {}

  /** Go's {@code template.IsTrue}. */
  public static boolean of(Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    } else if (value instanceof String text) {
      return !text.isEmpty();
    } else if (value instanceof Table table) {
      return table.size() > 0;
    } else if (value instanceof Sequence sequence) {
      return sequence.size() > 0;
    } else if (value instanceof Double number) {
      return number != 0;
    } else if (value instanceof Number number) {
      return number.longValue() != 0;
    } else if (value instanceof byte[] bytes) {
      return bytes.length > 0;
    } else if (value instanceof GoObject object) {
      Object underlying = object.underlying();
      return underlying == object || of(underlying);
    }
    return value != null;
  }
}
