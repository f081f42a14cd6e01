package dev.pintle.go.yaml;

import dev.pintle.go.strings.GoStrings;

/**
 * Finds what no YAML text may hold: control characters and bytes that are no characters.
 *
 * <p>Go's library reads texts in pieces of 512 bytes and complains of such a character when it
 * comes to its piece. Since another fault before that piece is reported instead, the pieces matter.
 */
final class TextFaults {

  private static final int PIECE = 512;
  private static final char ESCAPED_FE = '\uDCFE';
  private static final char ESCAPED_FF = '\uDCFF';

  private TextFaults() {}

  /**
   * @param problem Go's words
   * @param noticedAt the index of the first character that cannot be read without noticing
   */
  record Fault(String problem, int noticedAt) {}

  /** The index of the first character that may not be there, or -1. */
  static int firstForbidden(char[] chars, int length) {
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c >= ' ' && c <= '~' || c == '\n') {
        continue;
      }
      if (c < 0xA0) {
        if (c != '\t' && c != '\r' && c != '\u0085') {
          return i;
        }
      } else if (c >= 0xD800) {
        if (Character.isHighSurrogate(c) && Character.isLowSurrogate(chars[i + 1])) {
          i++;
        } else if (Character.isSurrogate(c) || c >= 0xFFFE) {
          return i;
        }
      }
    }
    return -1;
  }

  /** True if a text came from bytes that start with a byte order mark of UTF-16. */
  static boolean isUtf16(String text) {
    if (text.length() < 2) {
      return false;
    }
    char first = text.charAt(0);
    char second = text.charAt(1);
    return first == ESCAPED_FF && second == ESCAPED_FE
        || first == ESCAPED_FE && second == ESCAPED_FF;
  }

  /** The characters of such a text; halves of pairs are left as they are. */
  static String decodeUtf16(String text) {
    byte[] bytes = GoStrings.toBytes(text);
    boolean littleEndian = text.charAt(0) == ESCAPED_FF;
    StringBuilder decoded = new StringBuilder(bytes.length / 2 + 1);
    for (int i = 2; i + 1 < bytes.length; i += 2) {
      int low = bytes[littleEndian ? i : i + 1] & 0xFF;
      int high = bytes[littleEndian ? i + 1 : i] & 0xFF;
      decoded.append((char) (high << 8 | low));
    }
    if (bytes.length % 2 != 0) {
      decoded.append(Chars.END);
    }
    return decoded.toString();
  }

  /** Says what is wrong with a character that {@link #firstForbidden} found. */
  static Fault describe(String text, String decoded, int at) {
    boolean utf16 = isUtf16(text);
    String problem =
        utf16
            ? problemInUtf16(decoded, at, GoStrings.length(text) % 2 != 0)
            : problem(GoStrings.toBytes(decoded.substring(at)));
    if (problem.startsWith("incomplete")) {
      return new Fault(problem, at);
    }
    return new Fault(problem, utf16 ? Math.max(0, pieceOfUtf16(at)) : pieceOf(decoded, at));
  }

  private static String problemInUtf16(String decoded, int at, boolean odd) {
    char c = decoded.charAt(at);
    boolean last = at == decoded.length() - 1;
    if (last && odd) {
      return "incomplete UTF-16 character";
    } else if (Character.isLowSurrogate(c)) {
      return "unexpected low surrogate area";
    } else if (Character.isHighSurrogate(c)) {
      boolean cutShort = last || odd && at == decoded.length() - 2;
      return cutShort ? "incomplete UTF-16 surrogate pair" : "expected low surrogate area";
    }
    return "control characters are not allowed";
  }

  private static int pieceOfUtf16(int at) {
    int units = PIECE / 2;
    return (at + 1) / units * units - 1;
  }

  /** Judges the first character of those bytes as Go's library does. */
  private static String problem(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int width =
        first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
    if (width == 0) {
      return "invalid leading UTF-8 octet";
    }
    if (width > bytes.length) {
      return "incomplete UTF-8 octet sequence";
    }
    int value = width == 1 ? first : first & 0x7F >> width;
    for (int i = 1; i < width; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return "invalid trailing UTF-8 octet";
      }
      value = value << 6 | bytes[i] & 0x3F;
    }
    int least = width == 2 ? 0x80 : width == 3 ? 0x800 : width == 4 ? 0x10000 : 0;
    if (value < least) {
      return "invalid length of a UTF-8 sequence";
    }
    if (value >= 0xD800 && value <= 0xDFFF || value > Character.MAX_CODE_POINT) {
      return "invalid Unicode character";
    }
    return "control characters are not allowed";
  }

  /** The index at which the piece starts that has the character at that index. */
  private static int pieceOf(String text, int at) {
    int start = 0;
    int bytes = 0;
    for (int i = 0; i < at; ) {
      boolean escape = GoStrings.isEscape(text, i);
      int codePoint = text.codePointAt(i);
      int width =
          escape || codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (bytes + width > PIECE) {
        start = i;
        bytes = 0;
      }
      bytes += width;
      i += escape ? 1 : Character.charCount(codePoint);
    }
    int lastWidth =
        at < text.length() && text.charAt(at) >= 0x800 ? 3 : text.charAt(at) >= 0x80 ? 2 : 1;
    return bytes + lastWidth > PIECE ? at : start;
  }
}
