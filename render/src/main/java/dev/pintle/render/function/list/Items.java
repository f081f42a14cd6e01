package dev.pintle.render.function.list;

import dev.pintle.render.function.FunctionException;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import java.util.AbstractList;
import java.util.List;

/** The items of a slice of any type, for functions that take anything. */
public final class Items {

  private Items() {}

  /**
   * The items of a slice.
   *
   * @param failure what Go's function says of another value, before the name of its kind
   * @throws FunctionException if the value is no slice
   */
  static List<Object> of(Object value, String failure) {
    if (value == null) {
      throw FunctionException.nilPointer();
    }
    List<Object> items = orNull(value);
    if (items == null) {
      throw new FunctionException(failure + GoType.kindOf(value));
    }
    return items;
  }

  /** The items of a slice; null if the value is none. */
  public static List<Object> orNull(Object value) {
    Object plain = GoObject.underlying(value);
    if (plain instanceof Sequence sequence) {
      return sequence;
    }
    if (!(plain instanceof byte[] bytes)) {
      return null;
    }
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return bytes[index];
      }

      @Override
      public int size() {
        return bytes.length;
      }
    };
  }
}
