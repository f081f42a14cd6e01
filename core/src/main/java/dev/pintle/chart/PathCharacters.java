package dev.pintle.chart;

import dev.pintle.chart.PathPattern.BadPatternException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A class of characters in a {@link PathPattern}, such as {@code [a-z_]} or {@code [^/]}: ranges
 * that do not touch, in order, so that it does not matter how many were written. Immutable.
 */
final class PathCharacters {

  private record Range(int low, int high) {}

  private final int[] lows;
  private final int[] highs;
  private final boolean negated;
  private final int end;

  private PathCharacters(List<Range> ranges, boolean negated, int end) {
    this.lows = ranges.stream().mapToInt(Range::low).toArray();
    this.highs = ranges.stream().mapToInt(Range::high).toArray();
    this.negated = negated;
    this.end = end;
  }

  /**
   * Reads the class that starts at a bracket of a pattern.
   *
   * @throws BadPatternException if it is not well-formed
   */
  static PathCharacters read(String pattern, int start) {
    int at = start + 1;
    boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
    if (negated) {
      at++;
    }
    List<Range> ranges = new ArrayList<>();
    while (ranges.isEmpty() || at >= pattern.length() || pattern.charAt(at) != ']') {
      int afterLow = endOfBound(pattern, at);
      int low = charAt(pattern, at);
      int high = low;
      at = afterLow;
      if (at < pattern.length() && pattern.charAt(at) == '-') {
        int afterHigh = endOfBound(pattern, at + 1);
        high = charAt(pattern, at + 1);
        at = afterHigh;
      }
      ranges.add(new Range(low, high));
    }
    return new PathCharacters(joined(ranges), negated, at + 1);
  }

  private static List<Range> joined(List<Range> ranges) {
    ranges.removeIf(range -> range.low > range.high);
    ranges.sort(Comparator.comparingInt(Range::low));
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges) {
      Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && range.low <= last.high + 1) {
        joined.set(joined.size() - 1, new Range(last.low, Math.max(last.high, range.high)));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }

  /** Where the pattern goes on after it. */
  int end() {
    return end;
  }

  boolean has(int c) {
    int found = java.util.Arrays.binarySearch(lows, c);
    int range = found >= 0 ? found : -found - 2;
    return (range >= 0 && c <= highs[range]) != negated;
  }

  private static int endOfBound(String pattern, int at) {
    if (at >= pattern.length() || pattern.charAt(at) == '-' || pattern.charAt(at) == ']') {
      throw new BadPatternException();
    }
    int end = at + lengthOfChar(pattern, at);
    if (end >= pattern.length()) {
      throw new BadPatternException();
    }
    return end;
  }

  /** The character at a place, or behind the backslash there. */
  static int charAt(String pattern, int at) {
    lengthOfChar(pattern, at);
    return pattern.codePointAt(pattern.charAt(at) == '\\' ? at + 1 : at);
  }

  /** The length of a character and of the backslash before it. */
  static int lengthOfChar(String pattern, int at) {
    int from = pattern.charAt(at) == '\\' ? at + 1 : at;
    if (from == pattern.length()) {
      throw new BadPatternException();
    }
    return from - at + Character.charCount(pattern.codePointAt(from));
  }
}
