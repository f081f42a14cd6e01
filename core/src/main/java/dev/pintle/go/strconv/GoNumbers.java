package dev.pintle.go.strconv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Go prints them: {@code strconv.FormatFloat} and the form of {@code encoding/json}.
 *
 * <p>A shortest form has the fewest digits that read back as the same {@code float64}, and of those
 * the ones nearest to it, on every JDK. How Go reads numbers is in {@link GoNumberParser}.
 */
public final class GoNumbers {

  /** The precision that asks for the shortest digits that read back as the same number. */
  public static final int SHORTEST = -1;

  /** Below this, every integer is a float64 of its own, and its digits are its shortest form. */
  private static final double EXACT_INTEGERS = 1L << 53;

  private static final long EXPONENT_BITS = 0x7FF0000000000000L;
  private static final long FRACTION_BITS = 0x000FFFFFFFFFFFFFL;

  private GoNumbers() {}

  /** What {@code %v}, {@code print} and {@code toString} give: {@code 1.5}, {@code 1e+06}. */
  public static String shortest(double value) {
    return append(new StringBuilder(24), value, 'g', SHORTEST).toString();
  }

  /**
   * Go's {@code strconv.FormatFloat} for a float64.
   *
   * @param form {@code e}, {@code E}, {@code f}, {@code g} or {@code G}
   * @param precision digits after the point, or significant digits for {@code g}; or {@link
   *     #SHORTEST}
   */
  public static String format(double value, char form, int precision) {
    return append(new StringBuilder(24), value, form, precision).toString();
  }

  /** {@link #format}, appended. */
  public static StringBuilder append(StringBuilder out, double value, char form, int precision) {
    if (Double.isNaN(value)) {
      return out.append("NaN");
    } else if (Double.isInfinite(value)) {
      return out.append(value > 0 ? "+Inf" : "-Inf");
    }
    if (precision == SHORTEST && isSmallInteger(value, form == 'f' ? EXACT_INTEGERS : 1e6)) {
      if (form == 'f' || form == 'g' || form == 'G') {
        return out.append((long) value);
      }
    }
    if (isNegative(value)) {
      out.append('-');
    }
    double magnitude = Math.abs(value);
    switch (form) {
      case 'f' -> appendPlain(out, fixed(magnitude, precision), precision);
      case 'e', 'E' -> {
        Digits digits = significant(magnitude, precision == SHORTEST ? SHORTEST : precision + 1);
        appendScientific(out, digits, form, precision);
      }
      case 'g', 'G' -> appendGeneral(out, magnitude, form, precision);
      default -> throw new IllegalArgumentException("no such form of number: " + form);
    }
    return out;
  }

  /**
   * Appends a finite number as {@code encoding/json} writes it: without an exponent from 1e-6 up to
   * 1e21, as {@code 1e-7} and {@code 1e+21} beyond.
   */
  public static StringBuilder appendJson(StringBuilder out, double value) {
    double magnitude = Math.abs(value);
    if (magnitude == 0 || magnitude >= 1e-6 && magnitude < 1e21) {
      return append(out, value, 'f', SHORTEST);
    }
    append(out, value, 'e', SHORTEST);
    int end = out.length();
    if (out.charAt(end - 4) == 'e' && out.charAt(end - 3) == '-' && out.charAt(end - 2) == '0') {
      out.deleteCharAt(end - 2);
    }
    return out;
  }

  private static boolean isSmallInteger(double value, double below) {
    return Math.abs(value) < below && value == (long) value && (value != 0 || !isNegative(value));
  }

  private static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  /** Decimal digits without trailing zeros, and where the point is: 0.DIGITS times 10^point. */
  private record Digits(String digits, int point) {

    static final Digits ZERO = new Digits("", 0);

    static Digits of(BigDecimal value) {
      if (value.signum() == 0) {
        return ZERO;
      }
      String digits = value.unscaledValue().toString();
      int count = digits.length();
      while (digits.charAt(count - 1) == '0') {
        count--;
      }
      return new Digits(digits.substring(0, count), digits.length() - value.scale());
    }

    char at(int index) {
      return index < digits.length() ? digits.charAt(index) : '0';
    }
  }

  private static void appendGeneral(StringBuilder out, double magnitude, char form, int precision) {
    int wanted = precision == 0 ? 1 : precision;
    Digits digits = significant(magnitude, wanted);
    int count = digits.digits.length();
    int limit = wanted;
    if (precision == SHORTEST) {
      limit = 6;
    } else if (limit > count && count >= digits.point) {
      limit = count;
    }
    int exponent = digits.point - 1;
    if (magnitude != 0 && (exponent < -4 || exponent >= limit)) {
      appendScientific(out, digits, form == 'G' ? 'E' : 'e', count - 1);
    } else {
      appendPlain(out, digits, Math.max(count - digits.point, 0));
    }
  }

  private static void appendScientific(
      StringBuilder out, Digits digits, char letter, int precision) {
    out.append(digits.at(0));
    int decimals = precision == SHORTEST ? digits.digits.length() - 1 : precision;
    if (decimals > 0) {
      out.append('.');
      for (int i = 1; i <= decimals; i++) {
        out.append(digits.at(i));
      }
    }
    int exponent = digits.digits.isEmpty() ? 0 : digits.point - 1;
    out.append(letter).append(exponent < 0 ? '-' : '+');
    exponent = Math.abs(exponent);
    if (exponent < 10) {
      out.append('0');
    }
    out.append(exponent);
  }

  private static void appendPlain(StringBuilder out, Digits digits, int precision) {
    for (int i = 0; i < digits.point; i++) {
      out.append(digits.at(i));
    }
    if (digits.point <= 0) {
      out.append('0');
    }
    int decimals =
        precision == SHORTEST ? Math.max(digits.digits.length() - digits.point, 0) : precision;
    if (decimals > 0) {
      out.append('.');
      for (int i = 0; i < decimals; i++) {
        int index = digits.point + i;
        out.append(index < 0 ? '0' : digits.at(index));
      }
    }
  }

  /** The digits of a number that is not negative, rounded to so many of them. */
  private static Digits significant(double magnitude, int count) {
    if (magnitude == 0) {
      return Digits.ZERO;
    }
    if (count == SHORTEST) {
      return shortestDigits(magnitude);
    }
    return Digits.of(
        new BigDecimal(magnitude).round(new MathContext(count, RoundingMode.HALF_EVEN)));
  }

  /** The digits of a number that is not negative, rounded to so many after the point. */
  private static Digits fixed(double magnitude, int decimals) {
    if (decimals == SHORTEST) {
      return significant(magnitude, SHORTEST);
    }
    BigDecimal exact = new BigDecimal(magnitude);
    // What lies beyond the exact value is zeros, which digits have without being asked.
    return Digits.of(
        decimals < exact.scale() ? exact.setScale(decimals, RoundingMode.HALF_EVEN) : exact);
  }

  /**
   * The fewest digits that read back as the number.
   *
   * <p>What the JDK prints reads back, but before JDK 19 it is not always the shortest. Up to 15
   * digits it is, since no two such numbers are the same float64, unless that is subnormal. What is
   * longer is looked for among the neighbours that have 15, 16 and 17 digits.
   */
  private static Digits shortestDigits(double magnitude) {
    long bits = Double.doubleToRawLongBits(magnitude);
    boolean subnormal = (bits & EXPONENT_BITS) == 0;
    if (!subnormal) {
      Digits printed = Digits.of(new BigDecimal(Double.toString(magnitude)));
      if (printed.digits.length() <= 15) {
        return printed;
      }
    }
    BigDecimal exact = new BigDecimal(magnitude);
    boolean lopsided = (bits & FRACTION_BITS) == 0;
    for (int count = subnormal ? 1 : 15; count < 17; count++) {
      BigDecimal nearest = exact.round(new MathContext(count, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == magnitude) {
        return Digits.of(nearest);
      }
      if (lopsided) {
        // Below a power of two its neighbour is half as far away as above, so that the nearest
        // digits may belong to that neighbour where farther ones above do not.
        BigDecimal above = exact.round(new MathContext(count, RoundingMode.CEILING));
        if (above.doubleValue() == magnitude) {
          return Digits.of(above);
        }
      }
    }
    return Digits.of(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
  }
}
