package dev.pintle.render.function;

import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** Which values a parameter of a Go type takes. */
public final class Parameters {

  private Parameters() {}

  /** True for the types that have a nil. */
  public static boolean canBeNil(GoType type) {
    return switch (type.goKind()) {
      case "map", "slice", "ptr", "interface" -> true;
      default -> false;
    };
  }

  /** What nil is for a type that can be nil. */
  public static Object zero(GoType type) {
    return switch (type) {
      case MAP, VALUES, STRING_MAP, BYTES_MAP -> Table.nil(type);
      case LIST, STRING_LIST, INT_LIST, LIST_LIST, MAP_LIST -> Sequence.nil(type);
      case BYTES -> new byte[0];
      default -> null;
    };
  }

  /** True if a value, not null, is of a type; nothing is converted. */
  public static boolean isOf(GoType type, Object value) {
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
