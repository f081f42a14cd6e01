package dev.pintle.go.yaml;

import dev.pintle.go.strconv.GoNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The strings that scalars become where Go wants a string, as a key or as the value of a field. */
public final class CoercedText {

  private static final int FLOAT_DIGITS = 9;

  private CoercedText() {}

  /** The key of a table that a scalar becomes; null if it cannot be one. */
  static String asKey(Object value) {
    if (value instanceof String text) {
      return text;
    } else if (value instanceof Boolean || value instanceof Long) {
      return value.toString();
    } else if (value instanceof Double real) {
      return switch (real(real)) {
        case "+Inf" -> ".inf";
        case "-Inf" -> "-.inf";
        case "NaN" -> ".nan";
        default -> real(real);
      };
    }
    return null;
  }

  /**
   * The string that a scalar becomes as the value of a field of type string; null if the value is
   * no scalar. Integers must have been read as such, with {@link ReadOptions#withIntegers()}.
   */
  public static String asField(Object value) {
    if (value instanceof Double real) {
      return real(real);
    }
    return value instanceof String || value instanceof Boolean || value instanceof Number
        ? value.toString()
        : null;
  }

  /** A real number in as many digits as tell it from other float32 numbers, as Go does it here. */
  private static String real(double value) {
    float narrow = (float) value;
    if (narrow == 0 || Float.isNaN(narrow) || Float.isInfinite(narrow)) {
      return GoNumbers.shortest(narrow);
    }
    BigDecimal exact = new BigDecimal(narrow);
    for (int digits = 1; digits < FLOAT_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == narrow) {
        return GoNumbers.shortest(rounded.doubleValue());
      }
    }
    MathContext enough = new MathContext(FLOAT_DIGITS, RoundingMode.HALF_EVEN);
    return GoNumbers.shortest(exact.round(enough).doubleValue());
  }
}
