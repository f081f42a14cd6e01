package dev.pintle.go.fmt;

import dev.pintle.go.strconv.GoNumbers;
import java.util.Locale;

/** How the flags, width and precision of a {@link Directive} shape an integer or a float. */
final class NumberFormat {

  private NumberFormat() {}

  /**
   * An integer in some base.
   *
   * @param value the number, or its 64 bits if it is unsigned
   * @param verb {@code X} for capital digits, {@code O} for the prefix {@code 0o}
   */
  static void integer(Directive d, long value, boolean signed, int base, int verb) {
    if (d.width < 0 && d.precision < 0 && base == 10 && !d.plus && !d.space) {
      d.out.append(signed ? Long.toString(value) : Long.toUnsignedString(value));
      return;
    }
    boolean negative = signed && value < 0;
    int leastDigits = 0;
    if (d.precision >= 0) {
      leastDigits = d.precision;
      if (d.precision == 0 && value == 0) {
        d.fill(d.width, ' ');
        return;
      }
    } else if (d.zero && !d.minus && d.width >= 0) {
      leastDigits = negative || d.plus || d.space ? d.width - 1 : d.width;
    }
    String digits = Long.toUnsignedString(negative ? -value : value, base);
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    StringBuilder text = new StringBuilder();
    if (negative) {
      text.append('-');
    } else if (d.plus) {
      text.append('+');
    } else if (d.space) {
      text.append(' ');
    }
    if (verb == 'O') {
      text.append("0o");
    }
    int zeros = Math.max(leastDigits - digits.length(), 0);
    if (d.sharp) {
      text.append(prefix(base, verb, zeros > 0 || digits.startsWith("0")));
    }
    for (int i = 0; i < zeros; i++) {
      text.append('0');
    }
    d.padWithSpaces(text.append(digits));
  }

  private static String prefix(int base, int verb, boolean startsWithZero) {
    return switch (base) {
      case 2 -> "0b";
      case 8 -> startsWithZero ? "" : "0";
      case 16 -> verb == 'X' ? "0X" : "0x";
      default -> "";
    };
  }

  /**
   * A float.
   *
   * @param form the verb as {@code strconv.FormatFloat} knows it
   * @param defaultPrecision what holds if the directive has none
   */
  static void floating(Directive d, double value, char form, int defaultPrecision) {
    int digits = d.precision >= 0 ? d.precision : defaultPrecision;
    String number =
        form == 'b' || form == 'x' || form == 'X'
            ? BinaryFloats.format(value, form, digits)
            : GoNumbers.format(value, form, digits);
    char first = number.charAt(0);
    char sign = first == '-' ? '-' : '+';
    if (first == '-' || first == '+') {
      number = number.substring(1);
    }
    if (d.space && sign == '+' && !d.plus) {
      sign = ' ';
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      boolean signed = d.plus || d.space || !Double.isNaN(value);
      d.padWithSpaces(signed ? sign + number : number);
      return;
    }
    if (d.sharp && form != 'b') {
      number = withPoint(number, form, digits);
    }
    if (!d.plus && sign == '+') {
      d.pad(number);
    } else if (d.zero && !d.minus && d.width > number.length() + 1) {
      d.out.append(sign);
      d.fill(d.width - number.length() - 1, '0');
      d.out.append(number);
    } else {
      d.pad(sign + number);
    }
  }

  /** What {@code #} asks for: always a point, and no trailing zeros lost. */
  private static String withPoint(String number, char form, int precision) {
    boolean hexadecimal = form == 'x' || form == 'X';
    int missing = form == 'g' || form == 'G' || form == 'x' ? precision : 0;
    if (missing == GoNumbers.SHORTEST) {
      missing = 6;
    }
    int end = 0;
    boolean point = false;
    boolean significant = false;
    for (; end < number.length(); end++) {
      char c = number.charAt(end);
      if (c == 'p' || c == 'P' || !hexadecimal && (c == 'e' || c == 'E')) {
        break;
      } else if (c == '.') {
        point = true;
      } else {
        significant |= c != '0';
        missing -= significant ? 1 : 0;
      }
    }
    StringBuilder text = new StringBuilder(number).delete(end, number.length());
    if (!point) {
      missing -= text.length() == 1 && text.charAt(0) == '0' ? 1 : 0;
      text.append('.');
    }
    for (int i = 0; i < missing; i++) {
      text.append('0');
    }
    return text.append(number, end, number.length()).toString();
  }
}
