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
    BigInteger dividend = number.unscaledValue();
    int tens = scale - number.scale();
    long own = words(digits);
    long rounds = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(tens));
    budget.worked((own * own * rounds + own * words(dividend)) / WORD_PRODUCTS_PER_STEP);
    if (tens >= 0) {
      // dividend * 10^tens is to be a multiple of the digits
      BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(tens), digits);
      return dividend.multiply(power).mod(digits).signum() == 0;
    } else if (-tens > dividend.bitLength()) {
      return dividend.signum() == 0; // it is smaller than 10^-tens
    }
    // the dividend is to be a multiple of digits * 10^-tens
    return dividend.mod(digits.multiply(BigInteger.TEN.pow(-tens))).signum() == 0;
  }

  private static long words(BigInteger number) {
    return number.bitLength() / Integer.SIZE + 1L;
  }
}
