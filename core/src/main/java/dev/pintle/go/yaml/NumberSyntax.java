package dev.pintle.go.yaml;

import dev.pintle.values.GoUint64;
import java.math.BigInteger;

/** The forms that numbers have for Go's {@code strconv}, as far as YAML lets them through. */
final class NumberSyntax {

  private static final int LONGEST_SMALL = 16;
  private static final int INT64_BITS = 63;

  /** No more digits fit into 64 bits, whatever the radix. */
  private static final int LONGEST = Long.SIZE;

  private NumberSyntax() {}

  /**
   * Reads an integer with an optional sign and one of the prefixes {@code 0x}, {@code 0o}, {@code
   * 0b} or, for octal, {@code 0}. After {@code 0b}, too, there may be a sign.
   *
   * @return a {@code Long}; a {@code GoUint64} if it does not fit and has no sign; otherwise null
   */
  static Object parseInteger(String text) {
    if (text.startsWith("0b-") || text.startsWith("0b+")) {
      return parseInRadix(text.substring(3), 2, text.charAt(2) == '-', true);
    }
    boolean negative = text.startsWith("-");
    boolean signed = negative || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = 10;
    if (digits.equals("0")) {
      return 0L;
    } else if (digits.startsWith("0")) {
      radix = digits.length() > 2 ? radixOf(digits.charAt(1)) : 0;
      digits = digits.substring(radix == 0 ? 1 : 2);
      radix = radix == 0 ? 8 : radix;
    }
    return parseInRadix(digits, radix, negative, signed);
  }

  private static Object parseInRadix(String digits, int radix, boolean negative, boolean signed) {
    if (digits.isEmpty()) {
      return null;
    }
    int zeros = 0;
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) >= 128 || Character.digit(digits.charAt(i), radix) < 0) {
        return null;
      }
      zeros += digits.charAt(i) == '0' && zeros == i ? 1 : 0;
    }
    // The time to read a number grows with the square of its length.
    if (digits.length() - zeros > LONGEST) {
      return null;
    }
    if (digits.length() < LONGEST_SMALL && radix <= 10) {
      long value = Long.parseLong(digits, radix);
      return negative ? -value : value;
    }
    BigInteger value =
        new BigInteger(zeros == digits.length() ? "0" : digits.substring(zeros), radix);
    BigInteger withSign = negative ? value.negate() : value;
    if (withSign.bitLength() <= INT64_BITS) {
      return withSign.longValue();
    }
    return !signed && value.bitLength() <= Long.SIZE ? GoUint64.of(value.longValue()) : null;
  }

  /** The radix that a letter behind a zero stands for, or 0. */
  private static int radixOf(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  /**
   * Reads {@code digits}, {@code digits.}, {@code .digits} or {@code digits.digits} with an
   * optional sign and exponent; null if it is none or too large.
   */
  static Double parseDecimal(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int integer = digitsFrom(text, at);
    int mantissaEnd = integer;
    if (integer < text.length() && text.charAt(integer) == '.') {
      mantissaEnd = digitsFrom(text, integer + 1);
      if (mantissaEnd == integer + 1 && integer == at) {
        return null;
      }
    } else if (integer == at) {
      return null;
    }
    if (mantissaEnd == text.length()) {
      return finite(text);
    }
    char e = text.charAt(mantissaEnd);
    if (e != 'e' && e != 'E') {
      return null;
    }
    int exponent = mantissaEnd + 1;
    if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
      exponent++;
    }
    int end = digitsFrom(text, exponent);
    return end == text.length() && end > exponent ? finite(text) : null;
  }

  private static int digitsFrom(String text, int from) {
    int at = from;
    while (at < text.length() && Chars.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Double finite(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : value;
  }

  /** Reads a number that starts with its point; underscores may stand between digits. */
  static Double parseFraction(String text) {
    if (text.indexOf('_') < 0) {
      return parseDecimal(text);
    }
    boolean afterDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean followed = i + 1 < text.length() && Chars.isDigit(text.charAt(i + 1));
      if (c == '_' && !(afterDigit && followed)) {
        return null;
      }
      afterDigit = Chars.isDigit(c);
    }
    return parseDecimal(text.replace("_", ""));
  }
}
