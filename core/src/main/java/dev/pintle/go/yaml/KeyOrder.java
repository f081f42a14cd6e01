package dev.pintle.go.yaml;

import java.util.Map;

/**
 * The order in which Go's YAML libraries write the keys of a map: by runes, but letters behind
 * everything else, and numbers in keys by their value ({@code a2} before {@code a10}).
 */
enum KeyOrder {
  /** yaml.v2's. */
  V2,
  /** yaml.v3's, where after a digit a letter comes before everything else. */
  V3;

  static KeyOrder of(YamlDialect dialect) {
    return dialect == YamlDialect.COMPACT ? V2 : V3;
  }

  /** The entries in this order; the array itself if they are in it already. */
  Map.Entry<String, Object>[] sort(Map.Entry<String, Object>[] entries) {
    for (int i = 1; i < entries.length; i++) {
      if (isLess(entries[i].getKey(), entries[i - 1].getKey())) {
        Map.Entry<String, Object>[] sorted = entries.clone();
        mergeSort(entries.clone(), sorted, 0, sorted.length);
        return sorted;
      }
    }
    return entries;
  }

  /**
   * Sorts a part of the target, of which the source is a copy. Go's order is none for some keys: a
   * before b, b before c, c before a. The JDK's sort may throw then; this one does not.
   */
  private void mergeSort(
      Map.Entry<String, Object>[] source, Map.Entry<String, Object>[] target, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(target, source, from, middle);
    mergeSort(target, source, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight =
          left == middle || right < to && isLess(source[right].getKey(), source[left].getKey());
      target[i] = takeRight ? source[right++] : source[left++];
    }
  }

  boolean isLess(String a, String b) {
    int end = Math.min(a.length(), b.length());
    int at = 0;
    while (at < end && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    if (at == end) {
      return a.length() < b.length();
    }
    if (at > 0 && Character.isLowSurrogate(a.charAt(at))) {
      at--;
    }
    int x = runeAt(a, at);
    int y = runeAt(b, at);
    boolean letterX = Character.isLetter(x);
    boolean letterY = Character.isLetter(y);
    if (letterX && letterY) {
      return x < y;
    } else if (letterX || letterY) {
      boolean afterDigit = this == V3 && at > 0 && Character.isDigit(a.codePointBefore(at));
      return afterDigit ? letterX : letterY;
    }
    boolean afterNumber = (x == '0' || y == '0') && isAfterNumber(a, at);
    Digits digitsA = new Digits(a, at, afterNumber);
    Digits digitsB = new Digits(b, at, afterNumber);
    if (digitsA.value != digitsB.value) {
      return digitsA.value < digitsB.value;
    }
    return digitsA.count != digitsB.count ? digitsA.count < digitsB.count : x < y;
  }

  /** The rune there; Go has U+FFFD for a byte that is not UTF-8. */
  private static int runeAt(String text, int at) {
    int rune = text.codePointAt(at);
    return rune >= Character.MIN_SURROGATE && rune <= Character.MAX_SURROGATE ? 0xFFFD : rune;
  }

  /** Whether digits stand before that place that are not all zeros, so that a zero there counts. */
  private static boolean isAfterNumber(String text, int at) {
    for (int i = at; i > 0; ) {
      int before = text.codePointBefore(i);
      if (!Character.isDigit(before)) {
        return false;
      } else if (before != '0') {
        return true;
      }
      i -= Character.charCount(before);
    }
    return false;
  }

  /** The number that starts somewhere in a key; it may overflow, as Go's does. */
  private static final class Digits {
    private long value;
    private int count;

    Digits(String text, int from, boolean afterNumber) {
      value = afterNumber ? 1 : 0;
      for (int i = from; i < text.length(); count++) {
        int rune = text.codePointAt(i);
        if (!Character.isDigit(rune)) {
          return;
        }
        value = value * 10 + (rune - '0');
        i += Character.charCount(rune);
      }
    }
  }
}
