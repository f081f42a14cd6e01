package dev.pintle.handlebars;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.Parameters;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import java.util.List;

/**
 * Passes arguments to functions, with Go's messages where they do not fit. Handlebars has one kind
 * of number, so that a whole number is passed for any of Go's types of numbers that it fits; all
 * else must be of the type that the function wants, as in Go.
 */
final class Passing {

  private Passing() {}

  /**
   * The arguments as the function takes them.
   *
   * @throws FunctionException if they are too many, too few, or of the wrong types
   */
  static Object[] to(Function function, List<Object> given) {
    int fixed = function.parameters().size();
    GoType variadic = function.variadic();
    if (variadic == null ? given.size() != fixed : given.size() < fixed) {
      throw new FunctionException(
          "wrong number of args: want "
              + (variadic == null ? "" : "at least ")
              + fixed
              + " got "
              + given.size());
    }
    Object[] values = new Object[given.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = to(i < fixed ? function.parameters().get(i) : variadic, given.get(i));
    }
    return values;
  }

  private static Object to(GoType type, Object value) {
    if (value == null) {
      if (!Parameters.canBeNil(type)) {
        throw new FunctionException("invalid value; expected " + type.goName());
      }
      return Parameters.zero(type);
    } else if (Parameters.isOf(type, value)) {
      return value;
    } else if (value instanceof GoObject object
        && Parameters.isOf(type, object.underlying())
        && List.of("map", "slice").contains(type.goKind())) {
      return object.underlying();
    }
    Object number = value instanceof Number given ? number(type, given) : null;
    if (number == null) {
      throw new FunctionException(
          "wrong type for value; expected " + type.goName() + "; got " + GoType.nameOf(value));
    }
    return number;
  }

  /** A number as another type has it; null if that type cannot have it. */
  private static Object number(GoType type, Number value) {
    if (type == GoType.FLOAT64) {
      return value.doubleValue();
    }
    long whole = value.longValue();
    if (value instanceof Double && value.doubleValue() != whole) {
      return null;
    }
    return switch (type) {
      case INT -> GoInt.of(whole);
      case INT64, DURATION -> whole;
      case INT32 -> whole == (int) whole ? (Object) (int) whole : null;
      case UINT32 -> whole >= 0 && whole <= 0xFFFF_FFFFL ? whole : null;
      case UINT64 -> whole >= 0 ? GoUint64.of(whole) : null;
      default -> null;
    };
  }
}
