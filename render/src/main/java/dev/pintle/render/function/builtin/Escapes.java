package dev.pintle.render.function.builtin;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.util.HexFormat;
import java.util.Locale;

/** The escapes of {@code html}, {@code js} and {@code urlquery}. */
final class Escapes {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> out.append('\uFFFD');
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String js(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '\'', '"' -> out.append('\\').append(c);
        case '<', '>', '&', '=' -> appendUnicode(out, c);
        default -> {
          if (c >= ' ' && c < 0x80) {
            out.append(c);
          } else if (c >= 0x80 && GoStrings.isEscape(text, i)) {
            out.append(c); // Go finds U+FFFD there, which can be printed, and keeps the byte.
          } else {
            int rune = text.codePointAt(i);
            i += Character.charCount(rune) - 1;
            if (rune >= 0x80 && GoQuotes.isPrint(rune)) {
              out.appendCodePoint(rune);
            } else {
              appendUnicode(out, rune);
            }
          }
        }
      }
    }
    return out.toString();
  }

  private static void appendUnicode(StringBuilder out, int rune) {
    out.append("\\u");
    if (rune > Character.MAX_VALUE) {
      out.append(Integer.toHexString(rune).toUpperCase(Locale.ROOT));
    } else {
      HEX.toHexDigits(out, (byte) (rune >> Byte.SIZE));
      HEX.toHexDigits(out, (byte) rune);
    }
  }

  /**
   * Go's {@code url.QueryEscape}: bytes but letters, digits and {@code -_.~}; a space is a plus.
   */
  static String urlQuery(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : GoStrings.toBytes(text)) {
      int c = b & 0xFF;
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (letter || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == '~') {
        out.append((char) c);
      } else if (c == ' ') {
        out.append('+');
      } else {
        out.append('%');
        HEX.toHexDigits(out, b);
      }
    }
    return out.toString();
  }
}
