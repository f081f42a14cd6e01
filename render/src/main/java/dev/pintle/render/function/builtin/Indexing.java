package dev.pintle.render.function.builtin;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.FunctionException;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Arrays;

/** {@code index}, {@code slice} and {@code len}. Texts are counted in bytes, as Go does. */
final class Indexing {

  private Indexing() {}

  private static FunctionException error(String message) {
    return new FunctionException(message);
  }

  /** Go follows pointers before it looks for elements. */
  private static String typeBehindPointer(Object item) {
    String type = GoType.nameOf(item);
    return GoType.kindOf(item).equals("ptr") ? type.substring(1) : type;
  }

  static GoInt length(Object item) {
    int size = size(GoObject.underlying(item));
    if (size < 0) {
      throw error(
          item == null
              ? "reflect: call of reflect.Value.Type on zero Value"
              : "len of type " + typeBehindPointer(item));
    }
    return GoInt.of(size);
  }

  /** How many elements a map, list or text has; -1 for what has none. */
  private static int size(Object plain) {
    if (plain instanceof String text) {
      return GoStrings.length(text);
    } else if (plain instanceof Table table) {
      return table.size();
    } else if (plain instanceof Sequence sequence) {
      return sequence.size();
    }
    return plain instanceof byte[] bytes ? bytes.length : -1;
  }

  /** The element that the first index gives, of which the next gives an element, and so on. */
  static Object index(Object[] args) {
    Object item = args[0];
    if (item == null) {
      throw error("index of untyped nil");
    }
    for (int i = 1; i < args.length; i++) {
      if (item == null) {
        throw error("index of nil pointer");
      }
      item = element(item, args[i]);
    }
    return item;
  }

  private static Object element(Object item, Object index) {
    Object plain = GoObject.underlying(item);
    if (plain instanceof Table table) {
      return entry(table, index);
    }
    int size = size(plain);
    if (size < 0) {
      throw error("can't index item of type " + typeBehindPointer(item));
    }
    int at = position(index, size);
    if (at == size) {
      // Go lets an index through that is one too large, and its reflection then panics.
      String kind = plain instanceof String ? "string" : "slice";
      throw error("reflect: " + kind + " index out of range");
    }
    if (plain instanceof String text) {
      return GoStrings.isAscii(text) ? (byte) text.charAt(at) : GoStrings.toBytes(text)[at];
    }
    return plain instanceof Sequence sequence ? sequence.get(at) : ((byte[]) plain)[at];
  }

  private static Object entry(Table table, Object key) {
    if (!(GoObject.underlying(key) instanceof String name)) {
      throw error(
          key == null
              ? "value is nil; should be of type string"
              : "value has type " + GoType.nameOf(key) + "; should be string");
    }
    return table.getOrZero(name);
  }

  private static int position(Object index, int capacity) {
    if (index == null) {
      throw error("cannot index slice/array with nil");
    }
    Object plain = GoObject.underlying(index);
    if (!(plain instanceof Number number) || plain instanceof Double) {
      throw error("cannot index slice/array with type " + GoType.nameOf(index));
    }
    long at = number instanceof Byte bits ? bits & 0xFF : number.longValue();
    if (at < 0 || at > capacity) {
      throw error("index out of range: " + at);
    }
    return (int) at;
  }

  static Object slice(Object[] args) {
    Object item = args[0];
    if (item == null) {
      throw error("slice of untyped nil");
    }
    if (args.length > 4) {
      throw error("too many slice indexes: " + (args.length - 1));
    }
    Object plain = GoObject.underlying(item);
    int size = size(plain);
    if (size < 0 || plain instanceof Table) {
      throw error("can't slice item of type " + typeBehindPointer(item));
    }
    if (args.length == 4 && plain instanceof String) {
      throw error("cannot 3-index slice a string");
    }
    int[] bounds = {0, size, size};
    for (int i = 1; i < args.length; i++) {
      bounds[i - 1] = position(args[i], size);
    }
    for (int i = 1; i < Math.max(args.length - 1, 2); i++) {
      if (bounds[i - 1] > bounds[i]) {
        throw error("invalid slice index: " + bounds[i - 1] + " > " + bounds[i]);
      }
    }
    return part(plain, bounds[0], bounds[1]);
  }

  private static Object part(Object plain, int from, int to) {
    if (plain instanceof String text) {
      return GoStrings.slice(text, from, to);
    } else if (plain instanceof Sequence sequence) {
      return Sequence.ofType(sequence.type(), sequence.subList(from, to));
    }
    return Arrays.copyOfRange((byte[]) plain, from, to);
  }
}
