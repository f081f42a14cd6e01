package dev.pintle.render.function.number;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
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

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("add1f", ANY, value -> decimal(value).add(BigDecimal.ONE).doubleValue()),
        of("addf", ANY.many(), values -> fold(BigDecimal.ZERO, values, 0, BigDecimal::add)),
        of("subf", ANY.oneOrMore(), values -> fold(values, BigDecimal::subtract)),
        of("mulf", ANY.oneOrMore(), values -> fold(values, BigDecimal::multiply)),
        of("divf", ANY.oneOrMore(), values -> fold(values, DecimalFunctions::divide)));
  }

  private static double fold(Object[] values, BinaryOperator<BigDecimal> operation) {
    return fold(decimal(values[0]), values, 1, operation);
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
