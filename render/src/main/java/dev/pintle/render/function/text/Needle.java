package dev.pintle.render.function.text;

/**
 * A text to be found in others, in time that is their lengths added. {@code String.indexOf} takes
 * their lengths multiplied where a long text has many near misses, and cannot be interrupted.
 *
 * <p>Long needles are looked for by the two-way algorithm (Crochemore and Perrin, "Two-way string
 * matching", 1991), which needs no memory. Immutable.
 */
final class Needle {

  /** Up to here what the JDK does is faster, and at its worst this many times slower. */
  private static final int SHORT = 64;

  private final String text;

  /** Where the needle is cut: its right part is compared first, from the left to the right. */
  private int cut;

  /** How far to go on after a match of the right part. */
  private int period;

  /** Whether the needle repeats itself with that period from its first character on. */
  private boolean periodic;

  private Needle(String text) {
    this.text = text;
    if (text.length() > SHORT) {
      factorize();
    }
  }

  static Needle of(String text) {
    return new Needle(text);
  }

  int length() {
    return text.length();
  }

  /** Where the needle stands first at or after an index, or -1. */
  int findIn(String hay, int from) {
    if (text.length() <= SHORT) {
      return hay.indexOf(text, from);
    }
    return periodic ? findPeriodic(hay, from) : findPlain(hay, from);
  }

  /**
   * Cuts before the later of the two greatest suffixes, by the order of chars and by its reverse.
   */
  private void factorize() {
    int[] forward = greatestSuffix(1);
    int[] backward = greatestSuffix(-1);
    int[] later = forward[0] >= backward[0] ? forward : backward;
    cut = later[0];
    period = later[1];
    periodic = text.regionMatches(0, text, period, cut);
    if (!periodic) {
      period = Math.max(cut, text.length() - cut) + 1;
    }
  }

  /** Where the greatest suffix starts, and its period. */
  private int[] greatestSuffix(int order) {
    int start = 0;
    int candidate = 1;
    int same = 0;
    int suffixPeriod = 1;
    while (candidate + same < text.length()) {
      int compared = order * (text.charAt(candidate + same) - text.charAt(start + same));
      if (compared < 0) {
        candidate += same + 1;
        same = 0;
        suffixPeriod = candidate - start;
      } else if (compared > 0) {
        start = candidate;
        candidate = start + 1;
        same = 0;
        suffixPeriod = 1;
      } else if (same + 1 == suffixPeriod) {
        candidate += suffixPeriod;
        same = 0;
      } else {
        same++;
      }
    }
    return new int[] {start, suffixPeriod};
  }

  private int findPlain(String hay, int from) {
    int last = hay.length() - text.length();
    for (int at = from; at <= last; ) {
      int matched = matchRight(hay, at, cut);
      if (matched < text.length()) {
        at += matched - cut + 1;
      } else if (matchLeft(hay, at, 0)) {
        return at;
      } else {
        at += period;
      }
    }
    return -1;
  }

  /** As above, and remembers how much of the needle a shift by its period leaves matched. */
  private int findPeriodic(String hay, int from) {
    int last = hay.length() - text.length();
    int known = 0;
    for (int at = from; at <= last; ) {
      int matched = matchRight(hay, at, Math.max(cut, known));
      if (matched < text.length()) {
        at += matched - cut + 1;
        known = 0;
      } else if (matchLeft(hay, at, known)) {
        return at;
      } else {
        at += period;
        known = text.length() - period;
      }
    }
    return -1;
  }

  /** Where the first char from there on differs; the needle's length if none does. */
  private int matchRight(String hay, int at, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == hay.charAt(at + i)) {
      i++;
    }
    return i;
  }

  private boolean matchLeft(String hay, int at, int known) {
    int i = cut - 1;
    while (i >= known && text.charAt(i) == hay.charAt(at + i)) {
      i--;
    }
    return i < known;
  }
}
