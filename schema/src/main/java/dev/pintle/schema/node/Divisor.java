package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.limit.Budget;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number that others are to be multiples of. Both may be tiny or huge: no power of ten is written
 * out that is not reduced at once.
 */
public final class Divisor {

  private static final int BITS_PER_WORD = 32;
  private static final int WORD_PRODUCTS_PER_STEP = 32;

  private final BigInteger digits;
  private final int scale;

  private Divisor(BigInteger digits, int scale) {
    this.digits = digits;
    this.scale = scale;
  }

  /** The divisor of that value, which is not zero. */
  public static Divisor of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return new Divisor(plain.unscaledValue().abs(), plain.scale());
  }

  /** Whether a value is a multiple of this; whatever is no finite number counts as one. */
  public boolean divides(JsonNode value, Budget budget) {
    if (!value.isNumber() || value.isDouble()) {
      return true;
    }
    BigDecimal number = value.decimalValue();
    if (number.signum() == 0) {
      return true;
    }
    BigDecimal plain = number.stripTrailingZeros();
    BigInteger dividend = plain.unscaledValue();
    int tens = scale - plain.scale();
    long words = digits.bitLength() / BITS_PER_WORD + 1L;
    long rounds = BITS_PER_WORD - Integer.numberOfLeadingZeros(Math.abs(tens)) + 1L;
    budget.worked(1 + words * words * rounds / WORD_PRODUCTS_PER_STEP);
    if (tens >= 0) {
      // dividend * 10^tens is a multiple of the digits
      BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(tens), digits);
      return dividend.multiply(power).mod(digits).signum() == 0;
    }
    // the dividend, which has no more zeros at its end, is a multiple of digits * 10^-tens
    return false;
  }
}
