package dev.pintle.render.function.builtin;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.FunctionException;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** {@code eq}, {@code lt} and their kin: only values of the same basic kind can be compared. */
final class Comparisons {

  private enum Kind {
    BOOL,
    INT,
    UINT,
    FLOAT,
    STRING,
    OTHER
  }

  private Comparisons() {}

  private static Kind kind(Object plain) {
    if (plain instanceof String) {
      return Kind.STRING;
    } else if (plain instanceof Double) {
      return Kind.FLOAT;
    } else if (plain instanceof Boolean) {
      return Kind.BOOL;
    } else if (plain instanceof Byte || plain instanceof GoUint64) {
      return Kind.UINT;
    } else if (plain instanceof Number) {
      return Kind.INT;
    }
    return Kind.OTHER;
  }

  /** The value of a number of kind INT or UINT; of the latter the bits. */
  private static long integer(Object plain) {
    return plain instanceof Byte bits ? bits & 0xFF : ((Number) plain).longValue();
  }

  /** True if the first argument equals one of the others. */
  static boolean anyEqual(Object[] args) {
    if (args.length == 1) {
      throw new FunctionException("missing argument for comparison");
    }
    for (int i = 1; i < args.length; i++) {
      if (equal(args[0], args[i])) {
        return true;
      }
    }
    return false;
  }

  static boolean equal(Object left, Object right) {
    Object a = GoObject.underlying(left);
    Object b = GoObject.underlying(right);
    Kind kindOfA = kind(a);
    Kind kindOfB = kind(b);
    if (kindOfA != kindOfB) {
      if (kindOfA == Kind.INT && kindOfB == Kind.UINT
          || kindOfA == Kind.UINT && kindOfB == Kind.INT) {
        long x = integer(a);
        return x == integer(b) && x >= 0;
      }
      if (left != null && right != null) {
        throw incompatible(left, right);
      }
      return false;
    }
    return switch (kindOfA) {
      case INT, UINT -> integer(a) == integer(b);
      case FLOAT -> ((Double) a).doubleValue() == (Double) b;
      case BOOL, STRING -> a.equals(b);
      case OTHER -> equalOther(left, right);
    };
  }

  private static boolean equalOther(Object left, Object right) {
    if (left == null || right == null) {
      return isNil(left) && isNil(right);
    }
    if (!GoType.kindOf(left).equals(GoType.kindOf(right))) {
      throw new FunctionException(
          "non-comparable types "
              + GoFormat.sprintf("%s", left)
              + ": "
              + GoType.nameOf(left)
              + ", "
              + GoType.nameOf(right)
              + ": "
              + GoFormat.toString(right));
    }
    if (isNil(left) || isNil(right)) {
      return isNil(left) && isNil(right);
    }
    Object plain = GoObject.underlying(right);
    if (plain instanceof Table || plain instanceof Sequence || plain instanceof byte[]) {
      throw new FunctionException(
          "non-comparable type " + GoFormat.sprintf("%s", right) + ": " + GoType.nameOf(right));
    }
    return left.equals(right);
  }

  private static boolean isNil(Object value) {
    return value == null
        || value instanceof Table table && table.isNil()
        || value instanceof Sequence sequence && sequence.isNil();
  }

  private static FunctionException incompatible(Object left, Object right) {
    return new FunctionException(
        "incompatible types for comparison: "
            + GoType.nameOf(left)
            + " and "
            + GoType.nameOf(right));
  }

  static boolean less(Object left, Object right) {
    Object a = GoObject.underlying(left);
    Object b = GoObject.underlying(right);
    Kind kindOfA = kind(a);
    Kind kindOfB = kind(b);
    if (kindOfA == Kind.OTHER || kindOfB == Kind.OTHER) {
      throw badType();
    }
    if (kindOfA != kindOfB) {
      if (kindOfA == Kind.INT && kindOfB == Kind.UINT) {
        return integer(a) < 0 || Long.compareUnsigned(integer(a), integer(b)) < 0;
      } else if (kindOfA == Kind.UINT && kindOfB == Kind.INT) {
        return integer(b) >= 0 && Long.compareUnsigned(integer(a), integer(b)) < 0;
      }
      throw incompatible(left, right);
    }
    return switch (kindOfA) {
      case INT -> integer(a) < integer(b);
      case UINT -> Long.compareUnsigned(integer(a), integer(b)) < 0;
      case FLOAT -> (Double) a < (Double) b;
      case STRING -> GoStrings.compare((String) a, (String) b) < 0;
      case BOOL, OTHER -> throw badType();
    };
  }

  static boolean lessOrEqual(Object left, Object right) {
    return less(left, right) || equal(left, right);
  }

  private static FunctionException badType() {
    return new FunctionException("invalid type for comparison");
  }
}
