package dev.pintle.cli;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for slash-separated paths as Go's {@code filepath.Match} has it: {@code *} and {@code
 * ?} do not match a slash, {@code [a-c]} and {@code [^a-c]} are sets, {@code \} takes the next
 * character as it is. There is neither {@code **} nor {@code {a,b}}. A pattern that is not
 * well-formed matches nothing.
 */
final class PathPattern {

  private static final String NOTHING = "(?!)";

  private final Pattern pattern;

  private PathPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static PathPattern of(String text) {
    StringBuilder regex = new StringBuilder();
    Scanner scanner = new Scanner(text);
    try {
      while (!scanner.isDone()) {
        scanner.next(regex);
      }
    } catch (PatternSyntaxException notWellFormed) {
      return new PathPattern(Pattern.compile(NOTHING));
    }
    return new PathPattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    boolean isDone() {
      return at == text.length();
    }

    void next(StringBuilder regex) {
      switch (text.charAt(at)) {
        case '*' -> {
          at++;
          regex.append("[^/]*");
        }
        case '?' -> {
          at++;
          regex.append("[^/]");
        }
        case '[' -> {
          at++;
          set(regex);
        }
        default -> regex.append(Pattern.quote(Character.toString(character())));
      }
    }

    /** A character, or the one after a backslash. */
    private int character() {
      if (text.charAt(at) == '\\') {
        at++;
        require(!isDone());
      }
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      return character;
    }

    /** One or more characters or ranges, up to a closing bracket. */
    private void set(StringBuilder regex) {
      boolean negated = !isDone() && text.charAt(at) == '^';
      if (negated) {
        at++;
      }
      StringBuilder ranges = new StringBuilder();
      do {
        int low = member();
        int high = low;
        require(!isDone());
        if (text.charAt(at) == '-') {
          at++;
          high = member();
          require(!isDone());
        }
        if (low <= high) {
          ranges.append("\\x{%x}-\\x{%x}".formatted(low, high));
        }
      } while (text.charAt(at) != ']');
      at++;
      if (ranges.isEmpty()) {
        regex.append(negated ? "." : NOTHING);
      } else {
        regex.append(negated ? "[^" : "[").append(ranges).append(']');
      }
    }

    private int member() {
      require(!isDone() && text.charAt(at) != '-' && text.charAt(at) != ']');
      return character();
    }

    private void require(boolean wellFormed) {
      if (!wellFormed) {
        throw new PatternSyntaxException("syntax error in pattern", text, at);
      }
    }
  }
}
