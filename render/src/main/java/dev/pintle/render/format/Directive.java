package dev.pintle.render.format;

import dev.pintle.values.GoNumbers;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;

/**
 * The flags, width and precision of one {@code %} directive, and how they shape a text, an integer
 * or a float. One object serves all directives of a format string in turn.
 */
final class Directive {

  private static final int MAX_RUNE = 0x10FFFF;
  private static final int REPLACEMENT = 0xFFFD;

  final StringBuilder out;
  boolean minus;
  boolean plus;
  boolean sharp;
  boolean space;
  boolean zero;

  /** {@code %+v}: struct fields with their names. */
  boolean plusV;

  /** {@code %#v}: values as Go source. */
  boolean sharpV;

  /** From 0; -1 if none is given. */
  int width = -1;

  /** From 0; -1 if none is given. */
  int precision = -1;

  Directive(StringBuilder out) {
    this.out = out;
  }

  void clear() {
    minus = false;
    plus = false;
    sharp = false;
    space = false;
    zero = false;
    plusV = false;
    sharpV = false;
    width = -1;
    precision = -1;
  }

  /** {@code %v} has its own meanings of {@code +} and {@code #}. */
  void takeFlagsOfV() {
    sharpV = sharp;
    sharp = false;
    plusV = plus;
    plus = false;
  }

  private void padding(int count) {
    fill(count, zero && !minus ? '0' : ' ');
  }

  private void fill(int count, char with) {
    for (int i = 0; i < count; i++) {
      out.append(with);
    }
  }

  /** Writes a text, padded to the width, which counts characters. */
  void pad(CharSequence text) {
    int missing = width <= 0 ? 0 : width - Character.codePointCount(text, 0, text.length());
    if (minus) {
      out.append(text);
      padding(missing);
    } else {
      padding(missing);
      out.append(text);
    }
  }

  private void padWithSpaces(CharSequence text) {
    boolean zeroFlag = zero;
    zero = false;
    pad(text);
    zero = zeroFlag;
  }

  private String truncate(String text) {
    if (precision < 0 || text.codePointCount(0, text.length()) <= precision) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, precision));
  }

  /** {@code %s}. */
  void text(String text) {
    pad(truncate(text));
  }

  /** {@code %q} of a string. */
  void quoted(String text) {
    String shown = truncate(text);
    if (sharp && GoQuotes.canBackquote(shown)) {
      pad('`' + shown + '`');
    } else {
      pad(plus ? GoQuotes.quoteToAscii(shown) : GoQuotes.quote(shown));
    }
  }

  /** {@code %x} and {@code %X} of a string. */
  void hex(byte[] bytes, boolean upper) {
    int length = precision >= 0 ? Math.min(precision, bytes.length) : bytes.length;
    StringBuilder text = new StringBuilder(2 * length + 2);
    String prefix = upper ? "0X" : "0x";
    for (int i = 0; i < length; i++) {
      if (space && i > 0) {
        text.append(' ');
      }
      if (sharp && (space || i == 0)) {
        text.append(prefix);
      }
      text.append(hexDigit(bytes[i] >> 4, upper)).append(hexDigit(bytes[i], upper));
    }
    pad(text);
  }

  private static char hexDigit(int value, boolean upper) {
    char digit = Character.forDigit(value & 0xF, 16);
    return upper ? Character.toUpperCase(digit) : digit;
  }

  /**
   * An integer in some base.
   *
   * @param value the number, or its 64 bits if it is unsigned
   * @param verb {@code X} for capital digits, {@code O} for the prefix {@code 0o}
   */
  void integer(long value, boolean signed, int base, int verb) {
    if (width < 0 && precision < 0 && base == 10 && !plus && !space) {
      out.append(signed ? Long.toString(value) : Long.toUnsignedString(value));
      return;
    }
    boolean negative = signed && value < 0;
    int leastDigits = 0;
    if (precision >= 0) {
      leastDigits = precision;
      if (precision == 0 && value == 0) {
        fill(width, ' ');
        return;
      }
    } else if (zero && !minus && width >= 0) {
      leastDigits = negative || plus || space ? width - 1 : width;
    }
    String digits = Long.toUnsignedString(negative ? -value : value, base);
    if (verb == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    StringBuilder text = new StringBuilder();
    if (negative) {
      text.append('-');
    } else if (plus) {
      text.append('+');
    } else if (space) {
      text.append(' ');
    }
    if (verb == 'O') {
      text.append("0o");
    }
    int zeros = Math.max(leastDigits - digits.length(), 0);
    if (sharp) {
      text.append(prefix(base, verb, zeros > 0 || digits.startsWith("0")));
    }
    for (int i = 0; i < zeros; i++) {
      text.append('0');
    }
    padWithSpaces(text.append(digits));
  }

  private static String prefix(int base, int verb, boolean startsWithZero) {
    return switch (base) {
      case 2 -> "0b";
      case 8 -> startsWithZero ? "" : "0";
      case 16 -> verb == 'X' ? "0X" : "0x";
      default -> "";
    };
  }

  /** {@code %c}. */
  void character(long value) {
    pad(Character.toString(rune(value)));
  }

  /** {@code %q} of an integer. */
  void quotedCharacter(long value) {
    int rune = rune(value);
    pad(plus ? GoQuotes.quoteRuneToAscii(rune) : GoQuotes.quoteRune(rune));
  }

  /** The character of that number; U+FFFD if it is none. */
  private static int rune(long value) {
    boolean valid = value >= 0 && value <= MAX_RUNE && (value < 0xD800 || value > 0xDFFF);
    return valid ? (int) value : REPLACEMENT;
  }

  /** {@code %U}. */
  void unicode(long value) {
    StringBuilder text = new StringBuilder("U+");
    String digits = Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    for (int i = digits.length(); i < Math.max(precision, 4); i++) {
      text.append('0');
    }
    text.append(digits);
    if (sharp && value >= 0 && value <= MAX_RUNE && GoQuotes.isPrint((int) value)) {
      text.append(" '").appendCodePoint((int) value).append('\'');
    }
    padWithSpaces(text);
  }

  /**
   * A float.
   *
   * @param form the verb as {@code strconv.FormatFloat} knows it
   * @param defaultPrecision what holds if the directive has none
   */
  void floating(double value, char form, int defaultPrecision) {
    int digits = precision >= 0 ? precision : defaultPrecision;
    String number =
        form == 'b' || form == 'x' || form == 'X'
            ? BinaryFloats.format(value, form, digits)
            : GoNumbers.format(value, form, digits);
    char first = number.charAt(0);
    char sign = first == '-' ? '-' : '+';
    if (first == '-' || first == '+') {
      number = number.substring(1);
    }
    if (space && sign == '+' && !plus) {
      sign = ' ';
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      boolean signed = plus || space || !Double.isNaN(value);
      padWithSpaces(signed ? sign + number : number);
      return;
    }
    if (sharp && form != 'b') {
      number = withPoint(number, form, digits);
    }
    if (!plus && sign == '+') {
      pad(number);
    } else if (zero && !minus && width > number.length() + 1) {
      out.append(sign);
      fill(width - number.length() - 1, '0');
      out.append(number);
    } else {
      pad(sign + number);
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

  /** {@code %s} of bytes that need not be text. */
  void bytes(byte[] bytes) {
    text(GoStrings.fromBytes(bytes));
  }
}
