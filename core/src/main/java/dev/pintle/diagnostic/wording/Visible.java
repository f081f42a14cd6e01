package dev.pintle.diagnostic.wording;

/**
 * Text from outside as it may be printed: what would steer a terminal, or turn the order of letters
 * around, is written as Go writes it in quotes ({@code \x1b}, {@code \u202e}). Text without such
 * characters stays as it is, the same string. Stateless.
 *
 * <p>Taken out are control characters (C0, DEL, C1, and bytes that are C1 to a terminal that knows
 * no UTF-8), the separators of lines and paragraphs, and what embeds, overrides and isolates the
 * direction of text.
 */
public final class Visible {

  private Visible() {}

  /**
   * A name: of a file, a template, a key, an object. It stays on one line, so that no name can look
   * like a message. Null stays null.
   */
  public static String name(String name) {
    return escaped(name, false);
  }

  /** A text of several lines: its line ends and tabs stay. */
  public static String text(String text) {
    return escaped(text, true);
  }

  /** True if {@link #text} gives the text as it is. */
  public static boolean isVisible(String text) {
    return firstHidden(text, true) == text.length();
  }

  private static String escaped(String text, boolean severalLines) {
    if (text == null) {
      return null;
    }
    int from = firstHidden(text, severalLines);
    if (from == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      if (isHidden(text, i, severalLines)) {
        append(shown, text.charAt(i));
      } else {
        shown.append(text.charAt(i));
      }
    }
    return shown.toString();
  }

  private static int firstHidden(String text, boolean severalLines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && isHidden(text, i, severalLines)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isHidden(String text, int at, boolean severalLines) {
    char c = text.charAt(at);
    if (c < ' ') {
      boolean isLineEnd =
          c == '\n' || c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      return !(severalLines && (isLineEnd || c == '\t'));
    }
    return c >= 0x7F && c <= 0x9F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c >= 0xDC80 && c <= 0xDC9F && isByte(text, at);
  }

  /** True if no character ends there: then a byte is meant that is not UTF-8. */
  private static boolean isByte(String text, int at) {
    return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case 11 -> out.append("\\v");
      default -> {
        boolean isByte = c <= 0x7F || c >= 0xDC80;
        out.append(isByte ? "\\x%02x".formatted(c & 0xFF) : "\\u%04x".formatted((int) c));
      }
    }
  }
}
