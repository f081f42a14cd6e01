package dev.pintle.render.gotemplate;

import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** What Go lets a value be passed for. Nothing is converted: an {@code int} is no {@code int64}. */
final class Assignment {

  private Assignment() {}

  /** The value as a parameter of that type gets it, or the fault that it cannot be passed. */
  static Object to(GoType type, Object value, Frame frame) {
    if (type == GoType.ANY) {
      return NilInterface.strip(value);
    }
    if (value == null) {
      if (!canBeNil(type)) {
        throw frame.fault("invalid value; expected " + type.goName());
      }
      return zero(type);
    }
    if (value == NilInterface.NIL) {
      throw wrongType(type, GoType.ANY.goName(), frame);
    }
    if (isOf(type, value)) {
      return value;
    }
    if (value instanceof GoObject object && isOf(type, object.underlying())) {
      if (type.goKind().equals("map") || type.goKind().equals("slice")) {
        return object.underlying();
      }
    }
    throw wrongType(type, GoType.nameOf(value), frame);
  }

  private static Fault wrongType(GoType type, String got, Frame frame) {
    return frame.fault("wrong type for value; expected " + type.goName() + "; got " + got);
  }

  static boolean canBeNil(GoType type) {
    return switch (type.goKind()) {
      case "map", "slice", "ptr", "interface" -> true;
      default -> false;
    };
  }

  /** What nil is for a type that can be nil. */
  static Object zero(GoType type) {
    return switch (type) {
      case MAP, VALUES, STRING_MAP, BYTES_MAP -> Table.nil(type);
      case LIST, STRING_LIST, INT_LIST, LIST_LIST, MAP_LIST -> Sequence.nil(type);
      case BYTES -> new byte[0];
      default -> null;
    };
  }

  private static boolean isOf(GoType type, Object value) {
    return switch (type) {
      case ANY -> true;
      case STRING -> value instanceof String;
      case BOOL -> value instanceof Boolean;
      case INT -> value instanceof GoInt;
      case INT64 -> value instanceof Long;
      case INT32 -> value instanceof Integer;
      case UINT8 -> value instanceof Byte;
      case UINT32 -> false;
      case UINT64 -> value instanceof GoUint64;
      case FLOAT64 -> value instanceof Double;
      case MAP, VALUES -> value instanceof Table table && table.type().element() == GoType.ANY;
      case STRING_MAP, BYTES_MAP -> value instanceof Table table && table.type() == type;
      case LIST, STRING_LIST, INT_LIST, LIST_LIST, MAP_LIST ->
          value instanceof Sequence sequence && sequence.type() == type;
      case BYTES -> value instanceof byte[];
      case OBJECT -> value instanceof GoObject;
      default -> value instanceof GoObject object && isNamed(object.goTypeName(), type.goName());
    };
  }

  /** True for the type itself and for a pointer to it, which Go follows. */
  private static boolean isNamed(String found, String wanted) {
    return found.equals(wanted) || found.startsWith("*") && found.endsWith(wanted);
  }
}
