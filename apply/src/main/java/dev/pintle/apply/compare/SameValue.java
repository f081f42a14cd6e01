package dev.pintle.apply.compare;

import dev.pintle.values.GoInt;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.math.BigDecimal;

/** Whether two values are the same once they are JSON, where 1 and 1.0 are. */
public final class SameValue {

  private SameValue() {}

  /**
   * Compares values as {@link Table} holds them.
   *
   * @param one null if there is none
   * @param other null if there is none
   */
  public static boolean test(Object one, Object other) {
    if (one instanceof Table table && other instanceof Table otherTable) {
      return table.keySet().equals(otherTable.keySet())
          && table.slots().stream()
              .allMatch(slot -> test(slot.getValue(), otherTable.get(slot.getKey())));
    }
    if (one instanceof Sequence list && other instanceof Sequence otherList) {
      if (list.size() != otherList.size()) {
        return false;
      }
      for (int i = 0; i < list.size(); i++) {
        if (!test(list.get(i), otherList.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (isNumber(one) && isNumber(other)) {
      return number(one).compareTo(number(other)) == 0;
    }
    return one == null ? other == null : one.equals(other);
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof GoInt;
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }
}
