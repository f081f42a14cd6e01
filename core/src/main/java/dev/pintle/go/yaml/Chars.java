package dev.pintle.go.yaml;

/** The classes of characters that YAML's syntax tells apart. */
final class Chars {

  /** Stands for the end of the text: no text that may be read holds it. */
  static final char END = '\0';

  /** May end a plain scalar anywhere: blanks, line breaks, the end, and the colon. */
  static final int ENDS_PLAIN = 1;

  /** Ends a plain scalar inside brackets. */
  static final int ENDS_PLAIN_IN_FLOW = 2;

  /** Letters, digits, {@code _} and {@code -}: what names of anchors and tags are made of. */
  static final int WORD = 4;

  /** What tags may hold besides word characters. */
  static final int URI = 8;

  private static final byte[] CLASSES = classes();

  private Chars() {}

  private static byte[] classes() {
    byte[] classes = new byte[128];
    mark(classes, "\0\t\n\r :", ENDS_PLAIN);
    mark(classes, ",?[]{}", ENDS_PLAIN_IN_FLOW);
    for (char c = 0; c < 128; c++) {
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
        classes[c] |= WORD;
      }
    }
    mark(classes, "_-", WORD);
    mark(classes, ";/?:@&=+$,.!~*'()[]%", URI);
    return classes;
  }

  private static void mark(byte[] classes, String members, int bit) {
    for (int i = 0; i < members.length(); i++) {
      classes[members.charAt(i)] |= (byte) bit;
    }
  }

  /** The classes of a character, as bits; only line breaks of Unicode have any beyond ASCII. */
  static int of(char c) {
    if (c < 128) {
      return CLASSES[c];
    }
    return isBreak(c) ? ENDS_PLAIN : 0;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** CR, LF, NEL, LS or PS. */
  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  static boolean isBreakOrEnd(char c) {
    return c == END || isBreak(c);
  }

  static boolean isBlankOrEnd(char c) {
    return c == ' ' || c == '\t' || isBreakOrEnd(c);
  }

  static boolean isWord(char c) {
    return c < 128 && (CLASSES[c] & WORD) != 0;
  }

  static boolean isUri(char c) {
    return c < 128 && (CLASSES[c] & (WORD | URI)) != 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    } else if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }
}
