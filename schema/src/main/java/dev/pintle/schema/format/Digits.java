package dev.pintle.schema.format;

import dev.pintle.go.strings.GoStrings;
import java.util.ArrayList;
import java.util.List;

/** Strings of digits, and strings cut at a character as Go cuts them. */
final class Digits {

  private Digits() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** How many digits a text starts with. */
  static int leading(String text) {
    int count = 0;
    while (count < text.length() && isDigit(text.charAt(count))) {
      count++;
    }
    return count;
  }

  static boolean all(String text) {
    return leading(text) == text.length();
  }

  /** A signed decimal number, or null; too large a number is no number here. */
  static Integer signed(String text) {
    if (!GoStrings.isAscii(text)) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** The parts between separators, empty ones too. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
