package dev.pintle.render.function;

import static dev.pintle.values.GoType.ANY;

import dev.pintle.values.GoNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Sprig's arithmetic on decimal numbers: {@code addf 0.1 0.2} is 0.3. Follows
 * github.com/shopspring/decimal v1.4.0: exact, but for quotients, which have 16 decimals.
 */
public final class DecimalFunctions {

  private static final int QUOTIENT_DECIMALS = 16;
  private static final double EXACT_INTEGERS = 1L << 53;

  private DecimalFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.add("add1f", List.of(ANY), (x, a) -> decimal(a[0]).add(BigDecimal.ONE).doubleValue());
    f.addVariadic("addf", List.of(), ANY, (x, a) -> fold(BigDecimal.ZERO, a, 0, BigDecimal::add));
    f.addVariadic(
        "subf", List.of(ANY), ANY, (x, a) -> fold(decimal(a[0]), a, 1, BigDecimal::subtract));
    f.addVariadic(
        "mulf", List.of(ANY), ANY, (x, a) -> fold(decimal(a[0]), a, 1, BigDecimal::multiply));
    f.addVariadic(
        "divf", List.of(ANY), ANY, (x, a) -> fold(decimal(a[0]), a, 1, DecimalFunctions::divide));
  }

  private static double fold(
      BigDecimal start, Object[] values, int from, BinaryOperator<BigDecimal> operation) {
    BigDecimal result = start;
    for (int i = from; i < values.length; i++) {
      result = operation.apply(result, decimal(values[i]));
    }
    return result.doubleValue();
  }

  private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new FunctionException("decimal division by 0");
    }
    return dividend.divide(divisor, QUOTIENT_DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(Object value) {
    double number = Casts.toDouble(value);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new FunctionException("Cannot create a Decimal from " + GoNumbers.shortest(number));
    }
    if (Math.abs(number) < EXACT_INTEGERS && number == (long) number) {
      return BigDecimal.valueOf((long) number);
    }
    return new BigDecimal(GoNumbers.shortest(number));
  }
}
