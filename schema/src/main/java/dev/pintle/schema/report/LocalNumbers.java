package dev.pintle.schema.report;

import dev.pintle.go.strconv.GoNumbers;

/**
 * Numbers as Helm's library prints them for readers of English: {@code 1,234}, {@code 0.25}, {@code
 * 1.5×10⁰⁶}.
 */
final class LocalNumbers {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private LocalNumbers() {}

  static String of(int value) {
    return grouped(Integer.toString(value));
  }

  static String of(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value == 0 ? "0" : Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    String scientific = GoNumbers.format(value, 'e', GoNumbers.SHORTEST);
    int mark = scientific.indexOf('e');
    int exponent = Integer.parseInt(scientific.substring(mark + 1));
    if (exponent < -4 || exponent >= 6) {
      return scientific.substring(0, mark) + "×10" + superscript(exponent);
    }
    String plain = GoNumbers.format(value, 'f', GoNumbers.SHORTEST);
    int point = plain.indexOf('.');
    return point < 0 ? grouped(plain) : grouped(plain.substring(0, point)) + plain.substring(point);
  }

  private static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder(digits);
    int first = digits.startsWith("-") ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String digits = Integer.toString(Math.abs(exponent));
    if (digits.length() == 1) {
      text.append(SUPERSCRIPTS.charAt(0));
    }
    digits.chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
    return text.toString();
  }
}
