package dev.pintle.go.strings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Takes text apart by its characters, each of which is looked at once. Java's own ways to do so
 * take regular expressions, which call themselves for each character of some texts. Stateless.
 */
public final class TextParts {

  private TextParts() {}

  /** The parts between separators, empty ones too; there is always one. */
  public static List<String> split(String text, char separator) {
    return split(text, separator, Integer.MAX_VALUE);
  }

  /** The parts between separators of any length but none. */
  public static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The parts between separators, of which the last is the rest if there are as many as that. */
  public static List<String> split(String text, char separator, int most) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator);
        at >= 0 && parts.size() < most - 1;
        at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The text without the characters of a kind. */
  public static String without(String text, IntPredicate kind) {
    StringBuilder rest = new StringBuilder(text.length());
    text.chars().filter(kind.negate()).forEach(c -> rest.append((char) c));
    return rest.toString();
  }

  /** The text without a character at its end, however often it stands there. */
  public static String withoutEnd(String text, char c) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == c) {
      end--;
    }
    return text.substring(0, end);
  }

  /** The text without its beginning, if it begins so. */
  public static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  /** Whether all characters are of a kind; there may be none. */
  public static boolean all(String text, IntPredicate kind) {
    return text.chars().allMatch(kind);
  }

  /** Whether a text is a number of one to so many decimal digits. */
  public static boolean isNumber(String text, int mostDigits) {
    return !text.isEmpty() && text.length() <= mostDigits && all(text, TextParts::isDigit);
  }

  /** The same, with a sign before it or not. */
  public static boolean isSignedNumber(String text, int mostDigits) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    return isNumber(signed ? text.substring(1) : text, mostDigits);
  }

  /** One of {@code 0} to {@code 9}. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A letter or digit of ASCII. */
  public static boolean isAlphanumeric(int c) {
    return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
