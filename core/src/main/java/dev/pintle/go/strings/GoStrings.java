package dev.pintle.go.strings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Go's strings, which are bytes, carried by Java's strings, which are not.
 *
 * <p>Valid UTF-8 is carried as the text that it is. A byte that is not part of valid UTF-8 is
 * carried as one lone low surrogate, U+DC00 plus the byte ({@code 0x80} to {@code 0xFF}), so that
 * binary content survives templates and comes out as the bytes that went in. Lengths and indexes
 * that Go counts in bytes are counted here in bytes too.
 */
public final class GoStrings {

  /** The order in which Go compares strings: by their bytes. */
  public static final Comparator<String> BYTE_ORDER = GoStrings::compare;

  private static final char ESCAPE_BASE = '\uDC00';

  private GoStrings() {}

  /** Decodes bytes; what is not UTF-8 is kept as escapes. */
  public static String fromBytes(byte[] bytes) {
    return fromBytes(bytes, 0, bytes.length);
  }

  /** Decodes a part of an array; what is not UTF-8 is kept as escapes. */
  public static String fromBytes(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : decodeWithEscapes(bytes, offset, length);
  }

  private static String decodeWithEscapes(byte[] bytes, int offset, int length) {
    StringBuilder text = new StringBuilder(length);
    int end = offset + length;
    int at = offset;
    while (at < end) {
      int size = sequenceLength(bytes, at, end);
      if (size == 0) {
        text.append((char) (ESCAPE_BASE + (bytes[at] & 0xFF)));
        at++;
      } else {
        text.append(new String(bytes, at, size, StandardCharsets.UTF_8));
        at += size;
      }
    }
    return text.toString();
  }

  /** The length of the valid UTF-8 sequence that starts there, or 0 if none does. */
  private static int sequenceLength(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int size =
        first >= 0xC2 && first < 0xE0
            ? 2
            : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (size == 0 || at + size > end) {
      return 0;
    }
    for (int i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean overlong = first == 0xE0 && second < 0xA0 || first == 0xF0 && second < 0x90;
    boolean outside = first == 0xED && second >= 0xA0 || first == 0xF4 && second >= 0x90;
    return overlong || outside ? 0 : size;
  }

  /** Encodes to the bytes that Go would hold. */
  public static byte[] toBytes(String text) {
    return hasEscapes(text) ? encodeEscapes(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encodeEscapes(String text) {
    byte[] out = new byte[length(text)];
    int to = 0;
    int from = 0;
    while (from < text.length()) {
      char c = text.charAt(from);
      if (isEscape(text, from)) {
        out[to++] = (byte) (c - ESCAPE_BASE);
        from++;
      } else {
        int next = from + Character.charCount(text.codePointAt(from));
        byte[] encoded = text.substring(from, next).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, out, to, encoded.length);
        to += encoded.length;
        from = next;
      }
    }
    return to == out.length ? out : Arrays.copyOf(out, to);
  }

  private static boolean hasEscapes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i)) && isEscape(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** True if the char at that index stands for a byte that is not UTF-8. */
  public static boolean isEscape(String text, int index) {
    char c = text.charAt(index);
    return c >= ESCAPE_BASE + 0x80
        && c <= ESCAPE_BASE + 0xFF
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  /** Go's {@code len}: the number of bytes. */
  public static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (isEscape(text, i)) {
        bytes++;
      } else {
        bytes += 2; // half of a pair, which is four bytes
      }
    }
    return bytes;
  }

  /** True if every char is ASCII, where bytes and chars are counted alike. */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Go's {@code s[from:to]}, in bytes; a character cut in two leaves escapes. */
  public static String slice(String text, int from, int to) {
    if (isAscii(text)) {
      return text.substring(from, to);
    }
    return fromBytes(toBytes(text), from, to - from);
  }

  /** Compares as Go does: by bytes, not by UTF-16 units. */
  public static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        if (isEscape(a, i) || isEscape(b, i)) {
          return Arrays.compareUnsigned(toBytes(a), toBytes(b));
        }
        // Pairs encode code points above U+FFFF, so they come after every other char.
        if (Character.isSurrogate(x) != Character.isSurrogate(y)) {
          return Character.isSurrogate(x) ? 1 : -1;
        }
        return x - y;
      }
    }
    return a.length() - b.length();
  }

  /** Go's {@code unicode.IsSpace}. */
  public static boolean isSpace(char c) {
    if (c <= 0xFF) {
      return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || c == 0xA0;
    }
    return Character.isSpaceChar(c);
  }

  /** Go's {@code strings.TrimSpace}. */
  public static String trimSpace(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  /** Where the text begins after leading space; its length if it is all space. */
  public static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The text with U+FFFD for each byte that is not UTF-8, as Go's JSON encoder leaves it. */
  public static String replaceEscapes(String text) {
    StringBuilder replaced = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        replaced.setCharAt(i, '\uFFFD');
      }
    }
    return replaced.toString();
  }
}
