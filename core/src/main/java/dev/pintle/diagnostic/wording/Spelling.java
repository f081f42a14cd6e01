package dev.pintle.diagnostic.wording;

import java.util.Locale;

/** Finds the name that somebody may have meant. Stateless. */
public final class Spelling {

  private static final int MOST_EDITS = 3;

  private Spelling() {}

  /**
   * The candidate nearest to a word, if one is near: at most one edit (a character added, left out,
   * replaced, or two swapped) for each three characters, and three in all, upper and lower case
   * being alike.
   *
   * @return null if none is near; of several equally near ones the first
   */
  public static String nearest(String word, Iterable<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int best = Math.min(MOST_EDITS, word.length() / 3) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) < best && !candidate.equals(word)) {
        int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), best);
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /**
   * The number of edits that make one word of the other, if it is less than a bound; otherwise the
   * bound. Looks only at what that few edits can bring together, so that long words take no longer
   * than they are long.
   */
  private static int distance(String a, String b, int bound) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = Math.min(j, bound);
    }
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - bound);
      int to = Math.min(b.length(), i + bound);
      current[from - 1] = from == 1 ? Math.min(i, bound) : bound;
      int least = current[from - 1];
      for (int j = from; j <= to; j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int edits = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, beforePrevious[j - 2] + 1);
        }
        current[j] = Math.min(edits, bound);
        least = Math.min(least, current[j]);
      }
      if (to < b.length()) {
        current[to + 1] = bound;
      }
      if (least == bound) {
        return bound;
      }
      int[] free = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = free;
    }
    return previous[b.length()];
  }
}
