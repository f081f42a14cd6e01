package dev.pintle.go.regexp;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Goes over a pattern before RE2/J compiles it, for what Go's parser does otherwise.
 *
 * <ul>
 *   <li>Repetitions inside repetitions may not repeat more than 1000 times in all; RE2/J would
 *       build a program of that size.
 *   <li>Groups nest no deeper than 1000, and a program has no more than about 3.3 million steps.
 *   <li>Two groups may have the same name, so that names are taken out here and kept aside.
 *   <li>Of what is not ASCII nothing may be escaped.
 *   <li>A brace that starts no repetition, and a {@code [:} that starts no named class, are
 *       themselves, whatever follows.
 *   <li>Names of Unicode classes may be written in several ways.
 * </ul>
 *
 * <p>All else that is wrong with a pattern is left for RE2/J to find.
 */
final class PatternScan {

  static final String TOO_DEEP = "expression nests too deeply";

  private static final int MAX_REPEAT = 1000;
  private static final int MAX_DEPTH = 1000;
  private static final long MAX_SIZE = (128 << 20) / 40;
  private static final Set<String> POSIX_CLASSES =
      Set.of(
          "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
          "space", "upper", "word", "xdigit");

  /**
   * A pattern that passed.
   *
   * @param pattern one that means the same to RE2/J, its groups without names
   * @param groupNames the name of each group, empty where it has none; the first is the whole match
   * @param fault the first part of the pattern that RE2/J would let pass, null if there is none
   * @param faultMark what stands in its place, so that RE2/J fails there, if not before
   */
  record Result(String pattern, List<String> groupNames, String fault, String faultMark) {}

  /** An open group: what its items come to, and what the last of them, not yet counted, does. */
  private static final class Level {
    private long repeats = 1;
    private long size;
    private long itemRepeats = 1;
    private long itemSize;

    void item(long repeatsInside, long sizeInside) {
      repeats = repeats();
      size = size();
      itemRepeats = repeatsInside;
      itemSize = sizeInside;
    }

    /** The largest product of repetitions nested in each other. */
    long repeats() {
      return Math.max(repeats, itemRepeats);
    }

    long size() {
      return size + itemSize;
    }
  }

  private final String pattern;
  private final long maxSteps;
  private final StringBuilder rewritten;
  private final List<String> groupNames = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int at;
  private int copied;
  private String fault;
  private String faultMark;

  private PatternScan(String pattern, long maxSteps) {
    this.pattern = pattern;
    this.maxSteps = maxSteps;
    this.rewritten = new StringBuilder(pattern.length());
  }

  /** A pattern that passed; if its program would have more steps than that, it does not. */
  static Result scan(String pattern, long maxSteps) throws RegexSyntaxException {
    for (int i = 0; i < pattern.length(); i++) {
      if (GoStrings.isEscape(pattern, i)) {
        throw new RegexSyntaxException("invalid UTF-8", pattern.substring(i));
      }
    }
    PatternScan scan = new PatternScan(pattern, maxSteps);
    scan.run();
    return new Result(
        scan.rewritten.toString(), List.copyOf(scan.groupNames), scan.fault, scan.faultMark);
  }

  private void run() throws RegexSyntaxException {
    groupNames.add("");
    levels.push(new Level());
    while (at < pattern.length()) {
      switch (pattern.charAt(at)) {
        case '(' -> openGroup();
        case ')' -> closeGroup();
        case '[' -> characterClass();
        case '\\' -> escape();
        case '{' -> counted();
        case '*', '+', '?' -> {
          at++;
          levels.element().itemSize += 2;
        }
        default -> {
          at += Character.charCount(pattern.codePointAt(at));
          levels.element().item(1, 1);
        }
      }
      if (levels.element().size() > MAX_SIZE) {
        throw new RegexSyntaxException("expression too large", pattern);
      } else if (levels.element().size() > maxSteps) {
        throw new LimitException(
            Limit.PATTERN_STEPS,
            "a regular expression would become a program of more than " + maxSteps + " steps");
      }
    }
    rewritten.append(pattern, copied, pattern.length());
  }

  /** Puts something else in the place of a part of the pattern; parts come in their order. */
  private void replace(int from, int to, String text) {
    rewritten.append(pattern, copied, from).append(text);
    copied = to;
  }

  private void fail(int from, int to, String mark) {
    replace(from, to, mark);
    if (fault == null) {
      fault = pattern.substring(from, to);
      faultMark = mark;
    }
  }

  /** {@code (}, {@code (?flags:}, {@code (?flags)}, {@code (?P<name>} or {@code (?<name>}. */
  private void openGroup() throws RegexSyntaxException {
    int nameAt =
        pattern.startsWith("(?P<", at) ? at + 4 : pattern.startsWith("(?<", at) ? at + 3 : -1;
    if (nameAt >= 0) {
      int end = nameEnd(nameAt);
      if (end < 0) {
        skipRest();
        return;
      }
      groupNames.add(pattern.substring(nameAt, end));
      if (!pattern.startsWith("?", end + 1)) {
        replace(at, end + 1, "(");
      }
      at = end + 1;
    } else if (pattern.startsWith("(?", at)) {
      at += 2;
      while (at < pattern.length() && "imsU-".indexOf(pattern.charAt(at)) >= 0) {
        at++;
      }
      if (at < pattern.length() && pattern.charAt(at) == ')') {
        at++;
        return;
      }
      at = Math.min(at + 1, pattern.length());
    } else {
      groupNames.add("");
      at++;
    }
    levels.push(new Level());
    if (levels.size() > MAX_DEPTH) {
      throw new RegexSyntaxException(TOO_DEEP, pattern);
    }
  }

  /** Where the {@code >} after a name is, or -1 if it is not a name of word characters. */
  private int nameEnd(int from) {
    int end = from;
    while (end < pattern.length() && isWord(pattern.charAt(end))) {
      end++;
    }
    return end > from && end < pattern.length() && pattern.charAt(end) == '>' ? end : -1;
  }

  private static boolean isWord(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }

  private void closeGroup() {
    at++;
    if (levels.size() > 1) {
      Level closed = levels.pop();
      levels.element().item(closed.repeats(), closed.size() + 2);
    }
  }

  private void characterClass() {
    at++;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    for (boolean first = true; at < pattern.length(); first = false) {
      char c = pattern.charAt(at);
      if (c == ']' && !first) {
        break;
      } else if (c == '\\') {
        at = escapeEnd();
      } else if (pattern.startsWith("[:", at)) {
        posixClass();
      } else {
        at++;
      }
    }
    at = Math.min(at + 1, pattern.length());
    levels.element().item(1, 1);
  }

  /** {@code [:name:]}, or a bracket and a colon that start no name. */
  private void posixClass() {
    int end = pattern.indexOf(":]", at + 2);
    if (end < 0) {
      replace(at, at + 1, "\\[");
      at += 2;
      return;
    }
    int from = pattern.startsWith("^", at + 2) ? at + 3 : at + 2;
    if (from > end || !POSIX_CLASSES.contains(pattern.substring(from, end))) {
      fail(at, end + 2, "[:none:]");
    }
    at = end + 2;
  }

  private void escape() {
    if (pattern.startsWith("\\Q", at)) {
      int end = pattern.indexOf("\\E", at);
      for (int i = at + 2; i < (end < 0 ? pattern.length() : end); i++) {
        levels.element().item(1, 1);
      }
      at = end < 0 ? pattern.length() : end + 2;
    } else {
      at = escapeEnd();
      levels.element().item(1, 1);
    }
  }

  /** Where an escape ends, be it outside a class or in one. */
  private int escapeEnd() {
    int next = at + 1 < pattern.length() ? pattern.codePointAt(at + 1) : 0;
    if (next >= 0x80) {
      int end = at + 1 + Character.charCount(next);
      fail(at, end, "\\Y");
      return end;
    }
    boolean unicode = next == 'p' || next == 'P';
    if (unicode) {
      unicodeClass();
    }
    boolean braced = (unicode || next == 'x') && pattern.startsWith("{", at + 2);
    int end = braced ? pattern.indexOf('}', at) : -1;
    return end < 0 ? Math.min(at + 2, pattern.length()) : end + 1;
  }

  /** Writes the name after {@code \p} or {@code \P} as RE2/J knows it. */
  private void unicodeClass() {
    int from = at + 2;
    int end = from + 1;
    if (pattern.startsWith("{", from)) {
      end = pattern.indexOf('}', from);
      from += pattern.startsWith("^", from + 1) ? 2 : 1;
    }
    if (end < from || end > pattern.length()) {
      return;
    }
    String name = pattern.substring(from, end);
    String canonical = UnicodeClassNames.canonical(name);
    if (!canonical.equals(name)) {
      replace(from, end, canonical);
    }
  }

  /** <code>{n}</code>, <code>{n,}</code> or <code>{n,m}</code>; any other brace is itself. */
  private void counted() {
    int from = at;
    at++;
    int least = number();
    int most = least;
    if (least >= 0 && at < pattern.length() && pattern.charAt(at) == ',') {
      at++;
      boolean open = at < pattern.length() && pattern.charAt(at) == '}';
      most = open ? -1 : number();
      least = open || most >= 0 ? least : -1;
    }
    if (least < 0 || at >= pattern.length() || pattern.charAt(at) != '}') {
      replace(from, from + 1, "\\{");
      at = from + 1;
      levels.element().item(1, 1);
      return;
    }
    at++;
    Level level = levels.element();
    int times = most < 0 ? least : most;
    if (Math.max(least, times) >= 2 && times * level.itemRepeats > MAX_REPEAT) {
      fail(from, at, "{1001}");
      return;
    }
    level.itemSize = times * (level.itemSize + 1) + 2;
    level.itemRepeats = most == 0 ? 1 : Math.max(1, times) * level.itemRepeats;
  }

  /** Reads a decimal number, -1 if there is none; one too large comes out as just too large. */
  private int number() {
    int from = at;
    int value = 0;
    while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      value = Math.min(value * 10 + pattern.charAt(at) - '0', MAX_REPEAT + 1);
      at++;
    }
    return at > from ? value : -1;
  }

  /** What follows is an error for which RE2/J has the message. */
  private void skipRest() {
    at = pattern.length();
  }
}
