package dev.pintle.schema.format;

import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import java.time.YearMonth;

/** Dates as Go's {@code time.Parse} reads them with the layout {@code 2006-01-02}. */
final class GoDate {

  private static final String LAYOUT = "2006-01-02";

  private final byte[] text;
  private int at;

  private GoDate(String text) {
    this.text = GoStrings.toBytes(text);
  }

  /** What Go says is wrong with a date, or null. */
  static String fault(String text) {
    return new GoDate(text).fault();
  }

  private String fault() {
    int year = number(4);
    if (year < 0) {
      return cannotParse("2006");
    } else if (!dash()) {
      return cannotParse("-");
    }
    int month = number(2);
    if (month < 0) {
      return cannotParse("01");
    } else if (month == 0 || month > 12) {
      return parsing() + ": month out of range";
    } else if (!dash()) {
      return cannotParse("-");
    }
    int day = number(2);
    if (day < 0) {
      return cannotParse("02");
    } else if (at < text.length) {
      return parsing() + ": extra text: " + quoted(at);
    } else if (day == 0 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return parsing() + ": day out of range";
    }
    return null;
  }

  /** A number of so many digits, which is gone past; -1 if there is none. */
  private int number(int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      if (i >= text.length || !Digits.isDigit(text[i])) {
        return -1;
      }
      value = value * 10 + text[i] - '0';
    }
    at += digits;
    return value;
  }

  private boolean dash() {
    if (at < text.length && text[at] == '-') {
      at++;
      return true;
    }
    return false;
  }

  private String parsing() {
    return "parsing time " + quoted(0);
  }

  private String cannotParse(String element) {
    return parsing()
        + " as "
        + GoQuotes.quote(LAYOUT)
        + ": cannot parse "
        + quoted(at)
        + " as "
        + GoQuotes.quote(element);
  }

  /** Go's package time quotes in a way of its own. */
  private String quoted(int from) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = from; i < text.length; i++) {
      int c = text[i] & 0xFF;
      if (c >= 0x80 || c < ' ') {
        quoted.append("\\x").append(Character.forDigit(c >> 4, 16));
        quoted.append(Character.forDigit(c & 15, 16));
      } else {
        if (c == '"' || c == '\\') {
          quoted.append('\\');
        }
        quoted.append((char) c);
      }
    }
    return quoted.append('"').toString();
  }
}
