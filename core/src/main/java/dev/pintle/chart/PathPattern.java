package dev.pintle.chart;

/**
 * A shell pattern for file names, as Go's {@code filepath.Match} understands it; {@code
 * .helmignore} and {@code --show-only} are written in it. Immutable.
 *
 * <pre>
 * pattern = { "*" | "?" | class | "\" char | char }
 * class   = "[" [ "^" ] range { range } "]"
 * range   = char [ "-" char ]
 * </pre>
 *
 * <p>{@code *} and {@code ?} do not match {@code /}.
 */
public final class PathPattern {

  /** The pattern is not well-formed; the message is Go's. */
  public static final class BadPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadPatternException() {
      super("syntax error in pattern", null, false, false);
    }
  }

  private static final int MISMATCH = -1;

  private final String pattern;
  private final boolean literal;

  private PathPattern(String pattern) {
    this.pattern = pattern;
    this.literal = pattern.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  /**
   * Checks a pattern and keeps it.
   *
   * @throws BadPatternException if it is not well-formed
   */
  public static PathPattern of(String pattern) {
    PathPattern result = new PathPattern(pattern);
    result.checkForm();
    return result;
  }

  private void checkForm() {
    int at = 0;
    while (at < pattern.length()) {
      at = pattern.charAt(at) == '[' ? endOfClass(at) : at + lengthOfChar(at);
    }
  }

  /** True if the pattern matches the whole name. */
  public boolean matches(String name) {
    if (literal) {
      return pattern.equals(name);
    }
    int inPattern = 0;
    int inName = 0;
    int afterStar = MISMATCH;
    int starName = 0;
    while (inName < name.length() || inPattern < pattern.length()) {
      if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
        inPattern++;
        afterStar = inPattern;
        starName = inName;
        continue;
      }
      int matched = inPattern < pattern.length() ? matchOne(inPattern, name, inName) : MISMATCH;
      if (matched != MISMATCH) {
        inPattern = matched;
        inName += Character.charCount(name.codePointAt(inName));
      } else if (afterStar != MISMATCH
          && starName < name.length()
          && name.charAt(starName) != '/') {
        // The last star takes one character more, and all after it is tried again.
        starName += Character.charCount(name.codePointAt(starName));
        inPattern = afterStar;
        inName = starName;
      } else {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the pattern goes on if its next term matches the next character, or {@link #MISMATCH}.
   */
  private int matchOne(int at, String name, int inName) {
    if (inName == name.length()) {
      return MISMATCH;
    }
    int c = name.codePointAt(inName);
    return switch (pattern.charAt(at)) {
      case '?' -> c == '/' ? MISMATCH : at + 1;
      case '[' -> inClass(at, c) ? endOfClass(at) : MISMATCH;
      default -> c == charAt(at) ? at + lengthOfChar(at) : MISMATCH;
    };
  }

  private boolean inClass(int start, int c) {
    int at = start + 1;
    boolean negated = pattern.charAt(at) == '^';
    if (negated) {
      at++;
    }
    boolean found = false;
    int end = endOfClass(start) - 1;
    while (at < end) {
      int low = charAt(at);
      at += lengthOfChar(at);
      int high = low;
      if (pattern.charAt(at) == '-') {
        high = charAt(at + 1);
        at += 1 + lengthOfChar(at + 1);
      }
      found |= low <= c && c <= high;
    }
    return found != negated;
  }

  /** Where the pattern goes on after the class that starts there. */
  private int endOfClass(int start) {
    int at = start + 1;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    boolean first = true;
    while (first || at >= pattern.length() || pattern.charAt(at) != ']') {
      at = endOfBound(at);
      if (at < pattern.length() && pattern.charAt(at) == '-') {
        at = endOfBound(at + 1);
      }
      first = false;
    }
    return at + 1;
  }

  private int endOfBound(int at) {
    if (at >= pattern.length() || pattern.charAt(at) == '-' || pattern.charAt(at) == ']') {
      throw new BadPatternException();
    }
    int end = at + lengthOfChar(at);
    if (end >= pattern.length()) {
      throw new BadPatternException();
    }
    return end;
  }

  private int charAt(int at) {
    return pattern.codePointAt(pattern.charAt(at) == '\\' ? at + 1 : at);
  }

  /** The length of a character and of the backslash before it. */
  private int lengthOfChar(int at) {
    int from = pattern.charAt(at) == '\\' ? at + 1 : at;
    if (from == pattern.length()) {
      throw new BadPatternException();
    }
    return from - at + Character.charCount(pattern.codePointAt(from));
  }

  @Override
  public String toString() {
    return pattern;
  }
}
