package dev.pintle.go.yaml;

/** What is in a text that decides in which styles it can be written. */
final class ScalarTraits {

  private final boolean plainAllowed;
  private final boolean singleQuotedAllowed;
  private final boolean blockAllowed;
  private final boolean hasLineFeed;

  private ScalarTraits(
      boolean plainAllowed,
      boolean singleQuotedAllowed,
      boolean blockAllowed,
      boolean hasLineFeed) {
    this.plainAllowed = plainAllowed;
    this.singleQuotedAllowed = singleQuotedAllowed;
    this.blockAllowed = blockAllowed;
    this.hasLineFeed = hasLineFeed;
  }

  /** No indicators, no white space at its ends, no breaks. */
  boolean plainAllowed() {
    return plainAllowed;
  }

  /** Nothing that needs an escape, and no blanks at the ends of lines. */
  boolean singleQuotedAllowed() {
    return singleQuotedAllowed;
  }

  /** Nothing that needs an escape, and no blanks before a break or at the end. */
  boolean blockAllowed() {
    return blockAllowed;
  }

  boolean hasLineFeed() {
    return hasLineFeed;
  }

  static ScalarTraits of(String text, YamlDialect dialect) {
    if (text.isEmpty()) {
      return new ScalarTraits(true, true, false, false);
    }
    boolean indicators = text.startsWith("---") || text.startsWith("...");
    boolean breaks = false;
    boolean lineFeed = false;
    boolean special = false;
    boolean tabs = false;
    boolean spaceBeforeBreak = false;
    boolean spaceAfterBreak = false;
    char previous = '\n';
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (isIndicator(text, i, previous)) {
        indicators = true;
      }
      if (c == ' ') {
        spaceAfterBreak |= i > 0 && Chars.isBreak(previous);
      } else if (Chars.isBreak(c)) {
        breaks = true;
        lineFeed |= c == '\n';
        spaceBeforeBreak |= previous == ' ';
      }
      if (c == '\t' && dialect == YamlDialect.PRETTY) {
        tabs = true;
      } else if (!isPrintable(c)) {
        special = true;
      }
      previous = c;
    }
    char first = text.charAt(0);
    boolean trailingSpace = previous == ' ';
    boolean white =
        first == ' ' || trailingSpace || Chars.isBreak(first) || Chars.isBreak(previous);
    boolean unquotable = spaceBeforeBreak || tabs || special;
    return new ScalarTraits(
        !indicators && !breaks && !white && !unquotable,
        !spaceAfterBreak && !unquotable,
        !trailingSpace && !spaceBeforeBreak && !special,
        lineFeed);
  }

  /** Whether the character means something to YAML there, outside of brackets. */
  private static boolean isIndicator(String text, int at, char previous) {
    char c = text.charAt(at);
    if (at == 0) {
      return switch (c) {
        case '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' ->
            true;
        case '?', ':', '-' -> isBlankOrEnd(text, at + 1);
        default -> false;
      };
    }
    return c == ':' && isBlankOrEnd(text, at + 1) || c == '#' && Chars.isBlankOrEnd(previous);
  }

  private static boolean isBlankOrEnd(String text, int at) {
    return at >= text.length() || Chars.isBlank(text.charAt(at));
  }

  /** What Go's emitters take for printable: no control characters, nothing above U+FFFF. */
  static boolean isPrintable(char c) {
    return c == '\n'
        || c >= ' ' && c <= '~'
        || c >= '\u00A0' && c <= '\uFFFD' && !Character.isSurrogate(c) && c != '\uFEFF';
  }
}
