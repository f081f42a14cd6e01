package dev.pintle.values;

/**
 * Go's string literals: {@code strconv.Quote} and {@code strconv.Unquote}, on strings as {@link
 * GoStrings} carries them.
 */
public final class GoQuotes {

  private static final String HEX = "0123456789abcdef";

  private GoQuotes() {}

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
}
