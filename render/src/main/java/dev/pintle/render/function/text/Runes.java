package dev.pintle.render.function.text;

import dev.pintle.go.strings.GoStrings;
import java.util.BitSet;

/**
 * Go's runes and their classes. A byte that is no UTF-8 is the rune U+FFFD to Go; it takes one char
 * here, as U+FFFD does.
 *
 * <p>Go 1.26 knows the characters of Unicode 15, a JDK those of its own version (17 has Unicode 13,
 * 25 has 16): letters added in between may keep their case.
 */
final class Runes {

  static final int REPLACEMENT = 0xFFFD;

  /** Changes one rune into another. */
  @FunctionalInterface
  interface Mapping {
    int apply(int rune);
  }

  private Runes() {}

  /** The rune that starts at that char. */
  static int at(String text, int index) {
    int rune = text.codePointAt(index);
    return rune >= 0xD800 && rune <= 0xDFFF ? REPLACEMENT : rune;
  }

  /** The rune that ends before that char. */
  static int before(String text, int index) {
    int rune = text.codePointBefore(index);
    return rune >= 0xD800 && rune <= 0xDFFF ? REPLACEMENT : rune;
  }

  /** The runes of a text, by number. */
  static BitSet setOf(String text) {
    BitSet runes = new BitSet();
    for (int i = 0; i < text.length(); ) {
      int rune = at(text, i);
      runes.set(rune);
      i += Character.charCount(rune);
    }
    return runes;
  }

  /** Maps each rune; bytes that are no UTF-8 become U+FFFD. */
  static String map(String text, Mapping mapping) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int rune = at(text, i);
      result.appendCodePoint(mapping.apply(rune));
      i += Character.charCount(rune);
    }
    return result.toString();
  }

  static boolean isSpace(int rune) {
    return rune <= 0xFFFF && GoStrings.isSpace((char) rune);
  }

  static boolean isUpper(int rune) {
    return Character.getType(rune) == Character.UPPERCASE_LETTER;
  }

  static boolean isLower(int rune) {
    return Character.getType(rune) == Character.LOWERCASE_LETTER;
  }

  static boolean isTitle(int rune) {
    return Character.getType(rune) == Character.TITLECASE_LETTER;
  }

  static boolean isLetter(int rune) {
    return Character.isLetter(rune);
  }

  static boolean isDigit(int rune) {
    return Character.isDigit(rune);
  }

  static boolean isNumber(int rune) {
    return switch (Character.getType(rune)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  static boolean isPunct(int rune) {
    return switch (Character.getType(rune)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  static int toUpper(int rune) {
    return Character.toUpperCase(rune);
  }

  static int toLower(int rune) {
    return Character.toLowerCase(rune);
  }

  static int toTitle(int rune) {
    return Character.toTitleCase(rune);
  }
}
