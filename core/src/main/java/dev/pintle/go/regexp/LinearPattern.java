package dev.pintle.go.regexp;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression of our own about text from outside. However the text looks, the time grows
 * with its length alone, and nothing recurses; a pattern of {@code java.util.regex} promises
 * neither. Immutable.
 */
public final class LinearPattern {

  private final Pattern pattern;

  private LinearPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** A pattern in the syntax of RE2. */
  public static LinearPattern of(String pattern) {
    return new LinearPattern(Pattern.compile(pattern));
  }

  /** Whether it matches the whole text. */
  public boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  /** Whether it matches some part of the text. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  /**
   * The groups of a match of the whole text, the first at index 1; null for one that took no part,
   * and none at all without a match.
   */
  public List<String> groups(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? groups(matcher) : List.of();
  }

  /** The groups of the first match in the text; none without one. */
  public List<String> groupsOfFirst(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? groups(matcher) : List.of();
  }

  private static List<String> groups(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return groups;
  }
}
