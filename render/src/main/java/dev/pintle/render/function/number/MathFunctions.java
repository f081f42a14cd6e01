package dev.pintle.render.function.number;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.FLOAT64;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strconv.GoNumberException;
import dev.pintle.go.strconv.GoNumberParser;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.values.GoInt;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;

/**
 * Sprig's arithmetic on {@code int64} and {@code float64}, and its conversions to numbers. Values
 * of any type are taken; what is no number counts as 0.
 */
public final class MathFunctions {

  private MathFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("int", ANY, value -> GoInt.of(Casts.toLong(value))),
        of("int64", ANY, Casts::toLong),
        of("float64", ANY, Casts::toDouble),
        of("atoi", STRING, text -> GoInt.of(atoi(text))),
        of("toDecimal", ANY, (x, value) -> octal(GoFormat.toString(value, x::willBuild))),
        of("add1", ANY, value -> Casts.toLong(value) + 1),
        of("add", ANY.many(), values -> Arrays.stream(values).mapToLong(Casts::toLong).sum()),
        of("sub", ANY, ANY, (a, b) -> Casts.toLong(a) - Casts.toLong(b)),
        of("mul", ANY.oneOrMore(), values -> fold(values, (a, b) -> a * b)),
        of("div", ANY, ANY, (a, b) -> Casts.toLong(a) / divisor(b)),
        of("mod", ANY, ANY, (a, b) -> Casts.toLong(a) % divisor(b)),
        of("max", ANY.oneOrMore(), values -> fold(values, Math::max)).alsoCalled("biggest"),
        of("min", ANY.oneOrMore(), values -> fold(values, Math::min)),
        of("maxf", ANY.oneOrMore(), MathFunctions::max),
        of("minf", ANY.oneOrMore(), MathFunctions::min),
        of("ceil", ANY, value -> Math.ceil(Casts.toDouble(value))),
        of("floor", ANY, value -> Math.floor(Casts.toDouble(value))),
        of("round", ANY, INT, FLOAT64.many(), MathFunctions::round));
  }

  /** A number that is too large becomes the largest one. */
  private static long atoi(String text) {
    try {
      return GoNumberParser.atoi(text);
    } catch (GoNumberException e) {
      if (e.isOutOfRange()) {
        return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
      return 0; // Sprig drops the error
    }
  }

  private static long octal(String text) {
    Long parsed = GoNumberParser.tryParseInt(text, 8);
    return parsed == null ? 0 : parsed;
  }

  private static long fold(Object[] values, LongBinaryOperator operation) {
    return Arrays.stream(values).mapToLong(Casts::toLong).reduce(operation).getAsLong();
  }

  private static long divisor(Object value) {
    long divisor = Casts.toLong(value);
    if (divisor == 0) {
      throw new FunctionException("runtime error: integer divide by zero");
    }
    return divisor;
  }

  /** Unlike Java's, Go's infinity is larger than a NaN. */
  private static double max(Object[] values) {
    double largest = Casts.toDouble(values[0]);
    for (int i = 1; i < values.length; i++) {
      double next = Casts.toDouble(values[i]);
      boolean infinite = largest == Double.POSITIVE_INFINITY || next == Double.POSITIVE_INFINITY;
      largest = infinite ? Double.POSITIVE_INFINITY : Math.max(largest, next);
    }
    return largest;
  }

  private static double min(Object[] values) {
    double smallest = Casts.toDouble(values[0]);
    for (int i = 1; i < values.length; i++) {
      double next = Casts.toDouble(values[i]);
      boolean infinite = smallest == Double.NEGATIVE_INFINITY || next == Double.NEGATIVE_INFINITY;
      smallest = infinite ? Double.NEGATIVE_INFINITY : Math.min(smallest, next);
    }
    return smallest;
  }

  /** Rounds to so many places; what is left over rounds up from 0.5, or from a given part, on. */
  private static double round(Object value, long places, Double[] part) {
    double roundOn = part.length > 0 ? part[0] : 0.5;
    double scale = PowersOfTen.of(places);
    double scaled = scale * Casts.toDouble(value);
    double whole = scaled < 0 ? Math.ceil(scaled) : Math.floor(scaled);
    boolean up = scaled - whole >= roundOn;
    return (up ? Math.ceil(scaled) : Math.floor(scaled)) / scale;
  }
}
