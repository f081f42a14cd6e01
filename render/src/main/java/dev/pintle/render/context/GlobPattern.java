package dev.pintle.render.context;

import dev.pintle.go.regexp.GoRegex;
import dev.pintle.go.regexp.RegexSyntaxException;
import dev.pintle.limit.LimitException;
import dev.pintle.template.Execution;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as {@code .Files.Glob} takes it: {@code *} and {@code ?} stay within a directory,
 * {@code **} does not, {@code [a-z]}, {@code [!abc]}, {@code {a,b}}, and {@code \} takes the next
 * character as it is. A pattern that is not well-formed matches everything, as in Helm.
 *
 * <p>It becomes a regular expression that is matched in linear time. Immutable.
 */
final class GlobPattern {

  private static final int MAX_DEPTH = 100;

  /** Null if it matches everything. */
  private final GoRegex regex;

  private GlobPattern(GoRegex regex) {
    this.regex = regex;
  }

  /**
   * Reads a pattern.
   *
   * @throws LimitException if it is longer, or nests deeper, than the limits of the execution allow
   */
  static GlobPattern of(String glob, Execution execution) {
    String translated = new Translation(glob).regex();
    if (translated == null) {
      return new GlobPattern(null);
    }
    try {
      GoRegex regex = GoRegex.compile("(?s)\\A(?:" + translated + ")\\z", execution.limits());
      execution.worked(regex.programSize());
      return new GlobPattern(regex);
    } catch (RegexSyntaxException reversed) {
      return new GlobPattern(null);
    }
  }

  boolean matches(String path, Execution execution) {
    return regex == null || regex.matches(path, execution.budget());
  }

  /** One pass over the pattern. */
  private static final class Translation {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int depth;

    Translation(String glob) {
      this.glob = glob;
    }

    /** Null if the pattern is not well-formed. */
    String regex() {
      while (at < glob.length()) {
        char c = glob.charAt(at++);
        switch (c) {
          case '*' -> star();
          case '?' -> regex.append("[^/]");
          case '{' -> {
            if (++depth > MAX_DEPTH) {
              throw new LimitException(
                  "alternatives of a path pattern are nested more than " + MAX_DEPTH + " deep");
            }
            regex.append("(?:");
          }
          case '[' -> {
            if (!range()) {
              return null;
            }
          }
          case '\\' -> {
            if (at < glob.length()) {
              literal(glob.charAt(at++));
            }
          }
          default -> {
            if (depth > 0 && c == ',') {
              regex.append('|');
            } else if (depth > 0 && c == '}') {
              depth--;
              regex.append(')');
            } else {
              literal(c);
            }
          }
        }
      }
      return regex.append(")".repeat(depth)).toString();
    }

    private void star() {
      if (at < glob.length() && glob.charAt(at) == '*') {
        at++;
        regex.append(".*");
      } else {
        regex.append("[^/]*");
      }
    }

    /** {@code [lo-hi]} or {@code [chars]}, either after {@code !}; false if it is neither. */
    private boolean range() {
      boolean negated = at < glob.length() && glob.charAt(at) == '!';
      if (negated) {
        at++;
      }
      List<Integer> characters = new ArrayList<>();
      boolean span = false;
      boolean escaped = false;
      while (at < glob.length() && glob.charAt(at) != ']') {
        escaped = glob.charAt(at) == '\\' && at + 1 < glob.length();
        at += escaped ? 1 : 0;
        int character = glob.codePointAt(at);
        at += Character.charCount(character);
        span |= characters.size() == 1 && character == '-' && !escaped;
        characters.add(character);
      }
      boolean isOne = !span || characters.size() == 3 && !escaped;
      if (at++ >= glob.length() || characters.isEmpty() || !isOne) {
        return false;
      }
      regex.append(negated ? "[^" : "[");
      if (span) {
        regex.append(hex(characters.get(0))).append('-').append(hex(characters.get(2)));
      } else {
        characters.forEach(character -> regex.append(hex(character)));
      }
      regex.append(']');
      return true;
    }

    private static String hex(int character) {
      return "\\x{" + Integer.toHexString(character) + "}";
    }

    private void literal(char c) {
      regex.append(GoRegex.quoteMeta(String.valueOf(c)));
    }
  }
}
