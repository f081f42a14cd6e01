package dev.pintle.chart;

import dev.pintle.limit.Budget;
import java.util.ArrayList;
import java.util.List;

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

  // Terms that are no character; classes are numbered downwards from the last.
  private static final int STAR = -1;
  private static final int ANY = -2;
  private static final int FIRST_CLASS = -3;

  /** So many terms are compared in the time that a step of a template takes. */
  private static final int TERMS_PER_STEP = 32;

  private final String pattern;

  /** What the pattern asks for, one after the other; null if it is only characters. */
  private final int[] terms;

  private final List<PathCharacters> classes;

  private PathPattern(String pattern, int[] terms, List<PathCharacters> classes) {
    this.pattern = pattern;
    this.terms = terms;
    this.classes = classes;
  }

  /**
   * Checks a pattern and keeps it.
   *
   * @throws BadPatternException if it is not well-formed
   */
  public static PathPattern of(String pattern) {
    if (firstSpecial(pattern) == pattern.length()) {
      return new PathPattern(pattern, null, List.of());
    }
    int[] terms = new int[pattern.length()];
    int count = 0;
    List<PathCharacters> classes = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      switch (pattern.charAt(at)) {
        case '*' -> {
          terms[count++] = STAR;
          at++;
        }
        case '?' -> {
          terms[count++] = ANY;
          at++;
        }
        case '[' -> {
          PathCharacters read = PathCharacters.read(pattern, at);
          terms[count++] = FIRST_CLASS - classes.size();
          classes.add(read);
          at = read.end();
        }
        default -> {
          terms[count++] = PathCharacters.charAt(pattern, at);
          at += PathCharacters.lengthOfChar(pattern, at);
        }
      }
    }
    return new PathPattern(pattern, java.util.Arrays.copyOf(terms, count), classes);
  }

  /** Where the first character stands that means something else than itself, or the length. */
  private static int firstSpecial(String pattern) {
    int at = 0;
    while (at < pattern.length() && "*?[\\".indexOf(pattern.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** What every name begins with that the pattern matches. */
  String prefix() {
    return pattern.substring(0, firstSpecial(pattern));
  }

  /** What every name ends with that the pattern matches; empty if that is not easily told. */
  String suffix() {
    int at = pattern.length();
    while (at > 0 && "*?]\\".indexOf(pattern.charAt(at - 1)) < 0) {
      at--;
    }
    boolean escaped = at > 0 && pattern.charAt(at - 1) == '\\';
    return escaped ? "" : pattern.substring(at);
  }

  /** True if the pattern matches that name only. */
  boolean isName() {
    return terms == null;
  }

  /** True if the pattern matches the whole name. */
  public boolean matches(String name) {
    return matches(name, null);
  }

  /**
   * True if the pattern matches the whole name.
   *
   * @param budget counts what it takes; null if nobody wants to know
   */
  boolean matches(String name, Budget budget) {
    if (terms == null) {
      return pattern.equals(name);
    }
    int inPattern = 0;
    int inName = 0;
    int afterStar = MISMATCH;
    int starName = 0;
    int compared = 0;
    while (inName < name.length() || inPattern < terms.length) {
      if (budget != null && ++compared % TERMS_PER_STEP == 0) {
        budget.step();
      }
      if (inPattern < terms.length && terms[inPattern] == STAR) {
        inPattern++;
        afterStar = inPattern;
        starName = inName;
      } else if (inPattern < terms.length && matchesOne(terms[inPattern], name, inName)) {
        inPattern++;
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

  private boolean matchesOne(int term, String name, int inName) {
    if (inName == name.length()) {
      return false;
    }
    int c = name.codePointAt(inName);
    if (term >= 0) {
      return c == term;
    }
    return term == ANY ? c != '/' : classes.get(FIRST_CLASS - term).has(c);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
