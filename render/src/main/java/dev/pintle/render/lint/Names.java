package dev.pintle.render.lint;

import java.util.function.IntPredicate;

/**
 * Forms of names, decided in one pass over the text: names come from charts of strangers, and may
 * be as long as a file. Stateless.
 */
final class Names {

  private Names() {}

  /** True for one or more characters, with others allowed between the first and the last. */
  static boolean isLabel(String text, int from, int to, IntPredicate ends, IntPredicate between) {
    if (from >= to || !ends.test(text.codePointAt(from)) || !ends.test(text.codePointBefore(to))) {
      return false;
    }
    for (int at = from; at < to; ) {
      int c = text.codePointAt(at);
      if (!ends.test(c) && !between.test(c)) {
        return false;
      }
      at += Character.charCount(c);
    }
    return true;
  }

  /** True for labels with dots between them. */
  static boolean areLabels(String text, int from, int to, IntPredicate ends, IntPredicate between) {
    int at = from;
    while (true) {
      int dot = text.indexOf('.', at);
      int end = dot < 0 || dot > to ? to : dot;
      if (!isLabel(text, at, end, ends, between)) {
        return false;
      } else if (end == to) {
        return true;
      }
      at = end + 1;
    }
  }

  /** A lower-case letter or digit of ASCII. */
  static boolean isLowerOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /** A letter of any script. */
  static boolean isLetter(int c) {
    return Character.isLetter(c);
  }

  /** A letter or number of any script. */
  static boolean isLetterOrNumber(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(c);
    };
  }
}
