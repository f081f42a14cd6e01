package dev.pintle.go.regexp;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A regular expression as Go's {@code regexp} has it: RE2's syntax, time linear in the text.
 *
 * <p>RE2/J compiles and matches; what Go does with the matches (which empty ones count, how a
 * replacement is expanded, how a text is split) is done here, since Java's ways differ. Immutable
 * and safe to share. Matching counts as work of a budget, so that a large pattern on a large text
 * ends at its limits.
 */
public final class GoRegex {

  private final Pattern pattern;
  private final List<String> groupNames;

  private GoRegex(Pattern pattern, List<String> groupNames) {
    this.pattern = pattern;
    this.groupNames = groupNames;
  }

  /** Compiles a pattern within the default limits. */
  public static GoRegex compile(String pattern) throws RegexSyntaxException {
    return compile(pattern, Limits.defaults());
  }

  /**
   * Compiles a pattern.
   *
   * @throws RegexSyntaxException with Go's message if it is no pattern
   * @throws LimitException if it is too long, or would become too large a program
   */
  public static GoRegex compile(String pattern, Limits limits) throws RegexSyntaxException {
    if (pattern.length() > limits.of(Limit.PATTERN_LENGTH)) {
      throw new LimitException(
          Limit.PATTERN_LENGTH,
          "a regular expression is longer than " + limits.of(Limit.PATTERN_LENGTH) + " characters");
    }
    PatternScan.Result scanned = PatternScan.scan(pattern, limits.of(Limit.PATTERN_STEPS));
    try {
      return new GoRegex(Pattern.compile(scanned.pattern()), scanned.groupNames());
    } catch (PatternSyntaxException e) {
      throw inGosWords(pattern, scanned, e);
    } catch (StackOverflowError e) {
      // RE2/J calls itself once for each level of a pattern.
      throw new RegexSyntaxException(PatternScan.TOO_DEEP, pattern);
    }
  }

  private static RegexSyntaxException inGosWords(
      String pattern, PatternScan.Result scanned, PatternSyntaxException error) {
    String code = error.getDescription();
    String part = error.getPattern() == null ? "" : error.getPattern();
    if (code.startsWith("regexp/syntax: internal error")) {
      return new RegexSyntaxException("unexpected )", pattern);
    } else if (part.equals(scanned.faultMark())) {
      part = scanned.fault();
    } else if (part.equals(scanned.pattern())) {
      part = pattern;
    } else if (!pattern.contains(part)) {
      PatternSyntaxException original = errorOf(pattern);
      boolean same = original != null && code.equals(original.getDescription());
      part = same ? original.getPattern() : part;
    }
    return new RegexSyntaxException(code, part);
  }

  /** The error of the pattern as it was written, whose text is not the rewritten one's; or null. */
  private static PatternSyntaxException errorOf(String pattern) {
    try {
      Pattern.compile(pattern);
      return null;
    } catch (PatternSyntaxException e) {
      return e.getPattern() == null ? null : e;
    }
  }

  /** True if the pattern matches somewhere in the text. */
  public boolean matches(String text, Budget budget) {
    return find(matcher(text, budget), 0);
  }

  /**
   * True if the pattern matches somewhere in the text; for callers that bound the work themselves.
   */
  public boolean matches(String text) {
    return find(pattern.matcher(text), 0);
  }

  /** How many steps matching may take for each character of a text. */
  public int programSize() {
    return pattern.programSize();
  }

  /** The leftmost match, or the empty string if there is none. */
  public String find(String text, Budget budget) {
    Matcher matcher = matcher(text, budget);
    return find(matcher, 0) ? text.substring(matcher.start(), matcher.end()) : "";
  }

  /**
   * The matches one after the other, none overlapping another; an empty match right after another
   * match does not count.
   *
   * @param limit how many at most; all if negative
   */
  public List<String> findAll(String text, int limit, Budget budget) {
    List<String> found = new ArrayList<>();
    for (int[] match : matches(text, limit, budget)) {
      found.add(text.substring(match[0], match[1]));
    }
    return found;
  }

  private List<int[]> matches(String text, int limit, Budget budget) {
    List<int[]> matches = new ArrayList<>();
    Matcher matcher = matcher(text, budget);
    int from = 0;
    int lastEnd = -1;
    while ((limit < 0 || matches.size() < limit) && from <= text.length() && find(matcher, from)) {
      int start = matcher.start();
      int end = matcher.end();
      if (end > from || start != lastEnd) {
        matches.add(new int[] {start, end});
      }
      from = end > from ? end : after(text, from);
      lastEnd = end;
    }
    return matches;
  }

  /** The text with all matches replaced, {@code $1}, {@code ${1}} and {@code $name} expanded. */
  public String replaceAll(String text, String replacement, Budget budget) {
    Replacement template = Replacement.parse(replacement, groupNames);
    return replace(text, budget, template::append);
  }

  /** The text with all matches replaced by the replacement as it stands. */
  public String replaceAllLiteral(String text, String replacement, Budget budget) {
    return replace(
        text,
        budget,
        (out, source, match, growth) -> {
          growth.accept(out.length() + (long) replacement.length());
          out.append(replacement);
        });
  }

  /** Writes what stands for a match. */
  @FunctionalInterface
  private interface Writer {
    void append(StringBuilder out, String text, Matcher match, LongConsumer growth);
  }

  private String replace(String text, Budget budget, Writer writer) {
    Matcher matcher = matcher(text, budget);
    StringBuilder out = null;
    int from = 0;
    int lastEnd = 0;
    while (from <= text.length() && find(matcher, from)) {
      int start = matcher.start();
      int end = matcher.end();
      if (out == null) {
        out = new StringBuilder(text.length() + 16);
      }
      out.append(text, lastEnd, start);
      if (end > lastEnd || start == 0) {
        writer.append(out, text, matcher, budget::willBuild);
      }
      lastEnd = end;
      from = end > from ? end : after(text, from);
    }
    return out == null ? text : out.append(text, lastEnd, text.length()).toString();
  }

  /**
   * The parts of the text between the matches.
   *
   * @param limit how many parts at most, the last with all the rest; all if negative, none if 0
   */
  public List<String> split(String text, int limit, Budget budget) {
    if (limit == 0) {
      return List.of();
    }
    if (text.isEmpty() && !pattern.pattern().isEmpty()) {
      return List.of("");
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int end = 0;
    for (int[] match : matches(text, limit, budget)) {
      if (limit > 0 && parts.size() == limit - 1) {
        break;
      }
      end = match[0];
      if (match[1] != 0) {
        parts.add(text.substring(from, end));
      }
      from = match[1];
    }
    if (end != text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** A pattern that matches exactly the text. */
  public static String quoteMeta(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.toString();
  }

  private Matcher matcher(String text, Budget budget) {
    return pattern.matcher(MeteredText.of(text, pattern.programSize(), budget));
  }

  private static boolean find(Matcher matcher, int from) {
    try {
      return matcher.find(from);
    } catch (StackOverflowError e) {
      // RE2/J calls itself once for each step of a pattern that can match without a character.
      throw new LimitException("a regular expression has too many steps that match nothing");
    }
  }

  private static int after(String text, int from) {
    return from < text.length() ? from + Character.charCount(text.codePointAt(from)) : from + 1;
  }
}
