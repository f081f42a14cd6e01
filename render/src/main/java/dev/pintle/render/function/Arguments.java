package dev.pintle.render.function;

import dev.pintle.render.format.GoFormat;
import dev.pintle.template.Execution;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Reads the arguments of a function, whose types the caller has checked. */
final class Arguments {

  /** What Go says of a nil that a function did not expect. */
  static final String NIL_POINTER =
      "runtime error: invalid memory address or nil pointer dereference";

  /** What an item of a list counts towards the limit of what a function may build. */
  private static final long BYTES_PER_ITEM = 16;

  /** A template's step takes about as long as to compare so many characters. */
  private static final int COMPARED_IN_A_STEP = 64;

  private Arguments() {}

  /** To be asked before a function builds a list of that many items. */
  static void willBuildItems(Execution execution, long count) {
    boolean tooMany = count < 0 || count > Long.MAX_VALUE / BYTES_PER_ITEM;
    execution.willBuild(tooMany ? Long.MAX_VALUE : count * BYTES_PER_ITEM);
  }

  /** Counts the comparison of texts in a function that makes many. */
  static void compared(Execution execution, int length) {
    execution.worked(1 + length / COMPARED_IN_A_STEP);
  }

  /** A {@code string}. */
  static String text(Object[] arguments, int index) {
    return (String) arguments[index];
  }

  /** An {@code int}, which has 64 bits in Go. */
  static long number(Object[] arguments, int index) {
    return ((Number) arguments[index]).longValue();
  }

  /**
   * A {@code map[string]interface {}}, which is what {@code .Values} becomes as an argument; nil is
   * one without entries, which cannot be written to.
   */
  static Table table(Object[] arguments, int index) {
    Table table = (Table) arguments[index];
    return table == null ? Table.nil(GoType.MAP) : table.viewAs(GoType.MAP);
  }

  /** All arguments from there on. */
  static List<Object> from(Object[] arguments, int index) {
    return Arrays.asList(arguments).subList(index, arguments.length);
  }

  /**
   * The items of a slice of any type.
   *
   * @param failure what Go's function says of another value, before the name of its kind
   * @throws FunctionException if the value is no slice
   */
  static List<Object> items(Object value, String failure) {
    if (value == null) {
      throw new FunctionException(NIL_POINTER);
    }
    List<Object> items = itemsOrNull(value);
    if (items == null) {
      throw new FunctionException(failure + GoType.kindOf(value));
    }
    return items;
  }

  /** The items of a slice of any type; null if the value is none. */
  static List<Object> itemsOrNull(Object value) {
    Object plain = plain(value);
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

  /** The value, or what a value of a named map, list, string or number type is made of. */
  static Object plain(Object value) {
    return value instanceof GoObject object ? object.underlying() : value;
  }

  /** What Sprig makes of a value where it wants text: bytes as they are, all else as printed. */
  static String toText(Execution execution, Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof byte[] bytes
        ? GoStrings.fromBytes(bytes)
        : GoFormat.toString(value, execution::willBuild);
  }
}
