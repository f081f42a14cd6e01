package dev.pintle.go.fmt;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.util.function.LongConsumer;

/**
 * The flags, width and precision of one {@code %} directive, and how they shape a text or a
 * character; {@link NumberFormat} has numbers. One object serves all directives of a format string
 * in turn.
 */
final class Directive {

  private static final int MAX_RUNE = 0x10FFFF;
  private static final int REPLACEMENT = 0xFFFD;

  final StringBuilder out;
  private final LongConsumer growth;
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

  /**
   * No directive yet.
   *
   * @param growth is told now and then how long the output is or will be, and may refuse
   */
  Directive(StringBuilder out, LongConsumer growth) {
    this.out = out;
    this.growth = growth;
  }

  /** Says that so many characters are about to be written, or more. */
  void grow(long chars) {
    growth.accept(out.length() + chars);
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

  void fill(int count, char with) {
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

  /** Writes a text, padded to the width with spaces even where zeros are asked for. */
  void padWithSpaces(CharSequence text) {
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

  /** {@code %s} of bytes that need not be text. */
  void bytes(byte[] bytes) {
    text(GoStrings.fromBytes(bytes));
  }
}
