package dev.pintle.go.time;

/** Digits as dates and durations have them. */
final class Ascii {

  private Ascii() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isDigitAt(String text, int index) {
    return index < text.length() && isDigit(text.charAt(index));
  }

  /**
   * Writes a number, after zeros up to the width; the sign comes before them and is not counted.
   */
  static void append(StringBuilder out, long number, int width) {
    if (number < 0) {
      out.append('-');
    }
    String digits = Long.toString(Math.abs(number));
    for (int i = digits.length(); i < width; i++) {
      out.append('0');
    }
    out.append(digits);
  }
}
