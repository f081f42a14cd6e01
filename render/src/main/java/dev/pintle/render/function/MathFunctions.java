package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.number;
import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.FLOAT64;
import static dev.pintle.values.GoType.INT;
import static dev.pintle.values.GoType.STRING;

import dev.pintle.render.format.GoFormat;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoNumberException;
import dev.pintle.values.GoNumberParser;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;

/**
 * Sprig's arithmetic on {@code int64} and {@code float64}, and its conversions to numbers. Values
 * of any type are taken; what is no number counts as 0.
 */
public final class MathFunctions {

  private MathFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.add("int", List.of(ANY), (x, a) -> GoInt.of(Casts.toLong(a[0])));
    f.add("int64", List.of(ANY), (x, a) -> Casts.toLong(a[0]));
    f.add("float64", List.of(ANY), (x, a) -> Casts.toDouble(a[0]));
    f.add("atoi", List.of(STRING), (x, a) -> GoInt.of(atoi(text(a, 0))));
    f.add("toDecimal", List.of(ANY), (x, a) -> octal(GoFormat.toString(a[0], x::willBuild)));

    f.add("add1", List.of(ANY), (x, a) -> Casts.toLong(a[0]) + 1);
    f.addVariadic("add", List.of(), ANY, (x, a) -> Arrays.stream(a).mapToLong(Casts::toLong).sum());
    f.add("sub", List.of(ANY, ANY), (x, a) -> Casts.toLong(a[0]) - Casts.toLong(a[1]));
    f.addVariadic("mul", List.of(ANY), ANY, (x, a) -> fold(a, (p, q) -> p * q));
    f.add("div", List.of(ANY, ANY), (x, a) -> Casts.toLong(a[0]) / divisor(a[1]));
    f.add("mod", List.of(ANY, ANY), (x, a) -> Casts.toLong(a[0]) % divisor(a[1]));
    f.addVariadic("max", List.of(ANY), ANY, (x, a) -> fold(a, Math::max));
    f.alias("biggest", "max");
    f.addVariadic("min", List.of(ANY), ANY, (x, a) -> fold(a, Math::min));

    f.addVariadic("maxf", List.of(ANY), ANY, (x, a) -> max(a));
    f.addVariadic("minf", List.of(ANY), ANY, (x, a) -> min(a));
    f.add("ceil", List.of(ANY), (x, a) -> Math.ceil(Casts.toDouble(a[0])));
    f.add("floor", List.of(ANY), (x, a) -> Math.floor(Casts.toDouble(a[0])));
    f.addVariadic("round", List.of(ANY, INT), FLOAT64, (x, a) -> round(a));
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
  private static double round(Object[] arguments) {
    double roundOn = arguments.length > 2 ? (Double) arguments[2] : 0.5;
    double scale = PowersOfTen.of(number(arguments, 1));
    double scaled = scale * Casts.toDouble(arguments[0]);
    double whole = scaled < 0 ? Math.ceil(scaled) : Math.floor(scaled);
    boolean up = scaled - whole >= roundOn;
    return (up ? Math.ceil(scaled) : Math.floor(scaled)) / scale;
  }
}
