package dev.pintle.go.fmt;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** Formats a value of any type by a verb, with the flags of a {@link Directive}. */
final class ValueFormatter {

  private final Directive directive;
  private final StringBuilder out;
  private int depth;

  ValueFormatter(Directive directive) {
    this.directive = directive;
    this.out = directive.out;
  }

  /** True if Go's kind of the value is string. */
  static boolean isString(Object value) {
    return value instanceof String
        || value instanceof GoObject object && object.underlying() instanceof String;
  }

  /** The value as a number if Go's kind of it is one of the integers, else null. */
  static Number integer(Object value) {
    Object plain = value instanceof GoObject object ? object.underlying() : value;
    return plain instanceof Number number && !(number instanceof Double) ? number : null;
  }

  /** Formats an operand. */
  void format(Object value, int verb) {
    if (value == null && (verb == 'v' || verb == 'T')) {
      directive.pad("<nil>");
    } else if (verb == 'T') {
      directive.text(GoType.nameOf(value));
    } else if (verb == 'p') {
      pointer(value);
    } else if (verb == 'w' && !(value instanceof byte[])) {
      wrongVerb(value, verb); // no operand is an error, and nothing wraps it
    } else {
      value(value, verb, false);
    }
  }

  /** Addresses mean nothing here, so that every map and list has one of its own, as in Go. */
  private void pointer(Object value) {
    switch (GoType.kindOf(value)) {
      case "map", "slice", "ptr" ->
          out.append(directive.sharp ? "c0" : "0xc0").append(address(value));
      default -> wrongVerb(value, 'p');
    }
  }

  private static String address(Object value) {
    return String.format("%08x", System.identityHashCode(value));
  }

  private void value(Object value, int verb, boolean nested) {
    if (value instanceof String text) {
      string(text, verb, value);
    } else if (value instanceof Double number) {
      floating(number, verb);
    } else if (value instanceof GoInt || value instanceof Long || value instanceof Integer) {
      integer(((Number) value).longValue(), true, verb, value);
    } else if (value instanceof Boolean bool) {
      if (verb == 'v' || verb == 't') {
        directive.pad(bool.toString());
      } else {
        wrongVerb(value, verb);
      }
    } else if (value instanceof Table table) {
      table(table, verb);
    } else if (value instanceof Sequence sequence) {
      sequence(sequence, verb);
    } else if (value instanceof GoObject object) {
      object(object, verb);
    } else if (value instanceof byte[] bytes) {
      bytes(bytes, verb, nested);
    } else if (value instanceof Byte bits) {
      integer(bits & 0xFF, false, verb, value);
    } else if (value instanceof GoUint64 number) {
      integer(number.longValue(), false, verb, value);
    } else if (value == null && nested) {
      out.append(directive.sharpV ? "interface {}(nil)" : "<nil>");
    } else {
      wrongVerb(value, verb);
    }
  }

  private void wrongVerb(Object value, int verb) {
    out.append("%!").appendCodePoint(verb).append('(').append(GoType.nameOf(value));
    if (value != null) {
      out.append('=');
      value(value, 'v', false);
    }
    out.append(')');
  }

  private void string(String text, int verb, Object value) {
    switch (verb) {
      case 'v' -> {
        if (directive.sharpV) {
          directive.quoted(text);
        } else {
          directive.text(text);
        }
      }
      case 's' -> directive.text(text);
      case 'q' -> directive.quoted(text);
      case 'x', 'X' -> directive.hex(GoStrings.toBytes(text), verb == 'X');
      default -> wrongVerb(value, verb);
    }
  }

  private void floating(Double number, int verb) {
    switch (verb) {
      case 'v' -> NumberFormat.floating(directive, number, 'g', GoNumbers.SHORTEST);
      case 'b', 'g', 'G', 'x', 'X' ->
          NumberFormat.floating(directive, number, (char) verb, GoNumbers.SHORTEST);
      case 'f', 'e', 'E' -> NumberFormat.floating(directive, number, (char) verb, 6);
      case 'F' -> NumberFormat.floating(directive, number, 'f', 6);
      default -> wrongVerb(number, verb);
    }
  }

  private void integer(long number, boolean signed, int verb, Object value) {
    switch (verb) {
      case 'v' -> {
        if (directive.sharpV && !signed) {
          hexadecimal(number);
        } else {
          NumberFormat.integer(directive, number, signed, 10, verb);
        }
      }
      case 'd' -> NumberFormat.integer(directive, number, signed, 10, verb);
      case 'b' -> NumberFormat.integer(directive, number, signed, 2, verb);
      case 'o', 'O' -> NumberFormat.integer(directive, number, signed, 8, verb);
      case 'x', 'X' -> NumberFormat.integer(directive, number, signed, 16, verb);
      case 'c' -> directive.character(number);
      case 'q' -> directive.quotedCharacter(number);
      case 'U' -> directive.unicode(number);
      default -> wrongVerb(value, verb);
    }
  }

  private void hexadecimal(long value) {
    boolean sharp = directive.sharp;
    directive.sharp = true;
    NumberFormat.integer(directive, value, false, 16, 'v');
    directive.sharp = sharp;
  }

  private void object(GoObject object, int verb) {
    switch (verb) {
      case 'v' -> {
        if (directive.sharpV) {
          value(
              object.underlying() == object ? object.formatted() : object.underlying(), 'v', false);
        } else {
          directive.text(object.formatted());
        }
      }
      case 's', 'q', 'x', 'X' -> string(object.formatted(), verb, object);
      default -> {
        if (object.underlying() == object) {
          wrongVerb(object, verb);
        } else {
          value(object.underlying(), verb, true);
        }
      }
    }
  }

  private void table(Table table, int verb) {
    if (directive.sharpV && table.isNil()) {
      out.append(table.type().goName()).append("(nil)");
      return;
    }
    out.append(directive.sharpV ? table.type().goName() + '{' : "map[");
    Nesting.check(depth++);
    String separator = "";
    for (Table.Slot slot : table.sorted()) {
      directive.grow(0);
      out.append(separator);
      value(slot.getKey(), verb, true);
      out.append(':');
      value(slot.getValue(), verb, true);
      separator = directive.sharpV ? ", " : " ";
    }
    depth--;
    out.append(directive.sharpV ? '}' : ']');
  }

  private void sequence(Sequence sequence, int verb) {
    if (directive.sharpV && sequence.isNil()) {
      out.append(sequence.type().goName()).append("(nil)");
      return;
    }
    out.append(directive.sharpV ? sequence.type().goName() + '{' : "[");
    Nesting.check(depth++);
    String separator = "";
    for (int i = 0; i < sequence.size(); i++) {
      directive.grow(0);
      out.append(separator);
      value(sequence.get(i), verb, true);
      separator = directive.sharpV ? ", " : " ";
    }
    depth--;
    out.append(directive.sharpV ? '}' : ']');
  }

  private void bytes(byte[] bytes, int verb, boolean nested) {
    switch (verb) {
      case 's' -> directive.bytes(bytes);
      case 'q' -> directive.quoted(GoStrings.fromBytes(bytes));
      case 'x', 'X' -> directive.hex(bytes, verb == 'X');
      default -> byteList(bytes, verb, nested);
    }
  }

  private void byteList(byte[] bytes, int verb, boolean nested) {
    boolean source = directive.sharpV;
    String open = source ? nested || verb != 'v' ? "[]uint8{" : "[]byte{" : "[";
    String separator = "";
    out.append(open);
    for (byte b : bytes) {
      out.append(separator);
      value(b, verb, true);
      separator = source ? ", " : " ";
    }
    out.append(source ? '}' : ']');
  }
}
