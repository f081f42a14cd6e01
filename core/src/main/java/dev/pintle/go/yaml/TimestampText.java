package dev.pintle.go.yaml;

import java.time.YearMonth;

/**
 * Times as Go's YAML libraries read them.
 *
 * <pre>
 * timestamp = date [ ("T" | "t") time zone | " " {" "} time ]
 * date      = year "-" month "-" day
 * time      = hour ":" minute ":" second [ ("." | ",") digit {digit} ]
 * zone      = "Z" | ("+" | "-") digit digit ":" digit digit
 * </pre>
 *
 * The year has four digits, the others one or two.
 */
final class TimestampText {

  private final String text;
  private int at;

  private TimestampText(String text) {
    this.text = text;
  }

  /** True if the text is a time that there is: no 30th of February, no 25th hour. */
  static boolean isTimestamp(String text) {
    return text.length() >= 8 && text.charAt(4) == '-' && new TimestampText(text).matches();
  }

  private boolean matches() {
    for (; at < 4; at++) {
      if (!isDigit(at)) {
        return false;
      }
    }
    int year = Integer.parseInt(text.substring(0, 4));
    int month = skip('-') ? number() : -1;
    int day = skip('-') ? number() : -1;
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return false;
    }
    if (at == text.length()) {
      return true;
    } else if (skip('T') || skip('t')) {
      return time() && zone() && at == text.length();
    } else if (!skip(' ')) {
      return false;
    }
    boolean blanks = true; // one blank or many are the same to Go
    while (blanks) {
      blanks = skip(' ');
    }
    return time() && at == text.length();
  }

  private boolean time() {
    int hour = number();
    int minute = skip(':') ? number() : -1;
    int second = skip(':') ? number() : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    if (isDigit(at + 1) && (skip('.') || skip(','))) {
      while (isDigit(at)) {
        at++;
      }
    }
    return true;
  }

  private boolean zone() {
    if (skip('Z')) {
      return true;
    }
    if (!skip('+') && !skip('-') || !isDigit(at) || !isDigit(at + 1)) {
      return false;
    }
    int hours = number();
    if (!skip(':') || !isDigit(at) || !isDigit(at + 1)) {
      return false;
    }
    // Go lets offsets reach 24 hours and 60 minutes.
    return hours <= 24 && number() <= 60;
  }

  /** One or two digits, or -1. */
  private int number() {
    if (!isDigit(at)) {
      return -1;
    }
    int value = text.charAt(at++) - '0';
    return isDigit(at) ? value * 10 + text.charAt(at++) - '0' : value;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
