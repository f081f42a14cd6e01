package dev.pintle.go.strconv;

import dev.pintle.go.strings.GoStrings;

/**
 * Go's string literals: {@code strconv.Quote} and {@code strconv.Unquote}, on strings as {@link
 * GoStrings} carries them.
 */
public final class GoQuotes {

  private static final String HEX = "0123456789abcdef";

  private GoQuotes() {}

  /**
   * A field of a log line as Go's {@code slog} writes it as text: the value in quotes only if it is
   * empty, or has blanks, equals signs, quotes or what cannot be printed.
   */
  public static String logField(String key, String value) {
    boolean plain =
        !value.isEmpty()
            && value.codePoints().allMatch(c -> isPrint(c) && c != ' ' && c != '=' && c != '"');
    return key + "=" + (plain ? value : quote(value));
  }

  /** Go's {@code strconv.Quote}, which is also the verb {@code %q}: in double quotes. */
  public static String quote(String text) {
    return quote(text, false);
  }

  /** Go's {@code strconv.QuoteToASCII}, {@code %+q}: all that is not ASCII is escaped. */
  public static String quoteToAscii(String text) {
    return quote(text, true);
  }

  private static String quote(String text, boolean asciiOnly) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        out.append(c);
      } else if (c >= 0x80 && GoStrings.isEscape(text, i)) {
        hex(out.append("\\x"), c & 0xFF, 2);
      } else {
        int rune = text.codePointAt(i);
        appendRune(out, rune, asciiOnly);
        i += Character.charCount(rune) - 1;
      }
    }
    return out.append('"').toString();
  }

  /**
   * Go's {@code strconv.QuoteRune}, {@code %q} of a character: in single quotes; what is no rune is
   * U+FFFD.
   */
  public static String quoteRune(int rune) {
    return quoteRune(rune, false);
  }

  /** Go's {@code strconv.QuoteRuneToASCII}, {@code %+q} of a character. */
  public static String quoteRuneToAscii(int rune) {
    return quoteRune(rune, true);
  }

  private static String quoteRune(int rune, boolean asciiOnly) {
    StringBuilder out = new StringBuilder("'");
    if (rune == '\'' || rune == '\\') {
      out.append('\\').append((char) rune);
    } else if (Character.isValidCodePoint(rune) && (rune < 0xD800 || rune > 0xDFFF)) {
      appendRune(out, rune, asciiOnly);
    } else {
      appendRune(out, 0xFFFD, asciiOnly);
    }
    return out.append('\'').toString();
  }

  /**
   * Go's {@code strconv.CanBackquote}: true if the text can stand between back quotes as it is, on
   * one line.
   */
  public static boolean canBackquote(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\t' || c == 0x7F;
      if (control || c == '`' || c == '\uFEFF' || GoStrings.isEscape(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static void appendRune(StringBuilder out, int rune, boolean asciiOnly) {
    if (isPrint(rune) && (rune < 0x80 || !asciiOnly)) {
      out.appendCodePoint(rune);
      return;
    }
    switch (rune) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (rune < ' ' || rune == 0x7F) {
          hex(out.append("\\x"), rune, 2);
        } else if (rune < 0x10000) {
          hex(out.append("\\u"), rune, 4);
        } else {
          hex(out.append("\\U"), rune, 8);
        }
      }
    }
  }

  private static void hex(StringBuilder out, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(value >> shift & 0xF));
    }
  }

  /** Go's {@code strconv.IsPrint}: what {@link #quote} leaves as it is. */
  public static boolean isPrint(int rune) {
    return PrintableRunes.contains(rune);
  }

  /**
   * Go's {@code %#U}: {@code U+0041 'A'}, the character itself only if it can be shown.
   *
   * @param rune a code point; a surrogate, being no character, is shown as U+FFFD
   */
  public static String describe(int rune) {
    int shown = rune >= 0xD800 && rune <= 0xDFFF ? 0xFFFD : rune;
    String number = String.format("U+%04X", shown);
    return isPrint(shown) ? number + " '" + Character.toString(shown) + "'" : number;
  }

  /**
   * Go's {@code strconv.Unquote} of a literal in double quotes or in back quotes.
   *
   * @return what the literal stands for, or null if it is none
   */
  public static String unquote(String literal) {
    int end = literal.length() - 1;
    if (end < 1) {
      return null;
    }
    return switch (literal.charAt(0)) {
      case '`' -> unquoteRaw(literal, end);
      case '"' -> unquoteInterpreted(literal, end);
      default -> null;
    };
  }

  private static String unquoteRaw(String literal, int end) {
    if (literal.indexOf('`', 1) != end) {
      return null;
    }
    String text = literal.substring(1, end);
    return text.indexOf('\r') < 0 ? text : joinBytes(text.replace("\r", ""));
  }

  /** Bytes that have come together may make up characters. */
  private static String joinBytes(String text) {
    return GoStrings.fromBytes(GoStrings.toBytes(text));
  }

  private static String unquoteInterpreted(String literal, int end) {
    StringBuilder out = new StringBuilder(end);
    boolean hasBytes = false;
    int at = 1;
    while (at < literal.length() && literal.charAt(at) != '"') {
      Unquoted next = literal.charAt(at) == '\n' ? null : unquoteChar(literal, at, '"');
      if (next == null) {
        return null;
      }
      if (next.isByte() && next.rune() >= 0x80) {
        out.append((char) (0xDC00 + next.rune()));
        hasBytes = true;
      } else {
        out.appendCodePoint(next.rune());
      }
      at = next.end();
    }
    if (at != end) {
      return null;
    }
    return hasBytes ? joinBytes(out.toString()) : out.toString();
  }

  /**
   * A character taken from a literal.
   *
   * @param rune the character, or the byte
   * @param isByte true if it was written as a byte, in octal or with {@code \x}
   * @param end the index after it
   */
  public record Unquoted(int rune, boolean isByte, int end) {}

  /**
   * Go's {@code strconv.UnquoteChar}: takes one character or escape from inside a literal. A byte
   * that is not UTF-8 is taken as U+FFFD.
   *
   * @param quote the quote that the literal is in; it alone may be escaped, and must be
   * @return null if there is none
   */
  public static Unquoted unquoteChar(String text, int at, char quote) {
    if (at >= text.length() || text.charAt(at) == quote) {
      return null;
    }
    char c = text.charAt(at);
    if (c != '\\') {
      int rune = text.codePointAt(at);
      int end = at + Character.charCount(rune);
      return new Unquoted(Character.isSurrogate(c) && end == at + 1 ? 0xFFFD : rune, false, end);
    }
    if (at + 1 >= text.length()) {
      return null;
    }
    char escape = text.charAt(at + 1);
    return switch (escape) {
      case 'a' -> escaped(7, at);
      case 'b' -> escaped('\b', at);
      case 'f' -> escaped('\f', at);
      case 'n' -> escaped('\n', at);
      case 'r' -> escaped('\r', at);
      case 't' -> escaped('\t', at);
      case 'v' -> escaped(11, at);
      case '\\' -> escaped('\\', at);
      case '\'', '"' -> escape == quote ? escaped(quote, at) : null;
      case 'x' -> numbered(text, at + 2, 2, 16, 0xFF, true);
      case 'u' -> numbered(text, at + 2, 4, 16, Character.MAX_CODE_POINT, false);
      case 'U' -> numbered(text, at + 2, 8, 16, Character.MAX_CODE_POINT, false);
      default -> numbered(text, at + 1, 3, 8, 0xFF, true);
    };
  }

  private static Unquoted escaped(int rune, int at) {
    return new Unquoted(rune, false, at + 2);
  }

  private static Unquoted numbered(
      String text, int from, int digits, int base, int highest, boolean isByte) {
    int end = from + digits;
    if (end > text.length()) {
      return null;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, base) : -1;
      if (digit < 0) {
        return null;
      }
      value = value * base + digit;
    }
    boolean surrogate = !isByte && value >= 0xD800 && value <= 0xDFFF;
    return value > highest || surrogate ? null : new Unquoted((int) value, isByte, end);
  }
}
