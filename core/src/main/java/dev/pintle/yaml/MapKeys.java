package dev.pintle.yaml;

import dev.pintle.values.GoNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The strings that scalars become where JSON wants a string, as a key or as a field's value. */
final class MapKeys {

  private static final int FLOAT_DIGITS = 9;

  private MapKeys() {}

  /** The key of a table that a scalar becomes; null if it cannot be one. */
  static String toString(Object value) {
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

  /** A real number in as many digits as tell it from other float32 numbers, as Go does it here. */
  static String real(double value) {
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
