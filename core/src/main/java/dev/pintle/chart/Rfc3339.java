package dev.pintle.chart;

import dev.pintle.values.GoQuotes;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a time as Go's {@code time.Parse} does for {@code RFC3339}. Stateless. */
final class Rfc3339 {

  private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";

  /** The parts of the layout and what each accepts. */
  private static final String[][] PARTS = {
    {"2006", "\\d{4}"},
    {"-", "-"},
    {"01", "\\d{2}"},
    {"-", "-"},
    {"02", "\\d{2}"},
    {"T", "T"},
    {"15", "\\d{1,2}"},
    {":", ":"},
    {"04", "\\d{2}"},
    {":", ":"},
    {"05", "\\d{2}(?:[.,]\\d+)?"},
    {"Z07:00", "Z|[+-]\\d{2}:\\d{2}"},
  };

  private Rfc3339() {}

  /** The text of Go's error for a time that it does not accept, or null. */
  static String fault(String text) {
    String[] found = new String[PARTS.length];
    int at = 0;
    for (int i = 0; i < PARTS.length; i++) {
      Matcher part = Pattern.compile(PARTS[i][1]).matcher(text).region(at, text.length());
      if (!part.lookingAt()) {
        return "parsing time "
            + GoQuotes.quote(text)
            + " as "
            + GoQuotes.quote(LAYOUT)
            + ": cannot parse "
            + GoQuotes.quote(text.substring(at))
            + " as "
            + GoQuotes.quote(PARTS[i][0]);
      }
      found[i] = part.group();
      at = part.end();
      String outOfRange = outOfRange(found, i);
      if (outOfRange != null) {
        return "parsing time " + GoQuotes.quote(text) + ": " + outOfRange + " out of range";
      }
    }
    if (at < text.length()) {
      return "parsing time "
          + GoQuotes.quote(text)
          + ": extra text: "
          + GoQuotes.quote(text.substring(at));
    }
    return dayOutOfMonth(found)
        ? "parsing time " + GoQuotes.quote(text) + ": day out of range"
        : null;
  }

  private static String outOfRange(String[] found, int part) {
    return switch (part) {
      case 2 -> number(found[2]) < 1 || number(found[2]) > 12 ? "month" : null;
      case 6 -> number(found[6]) > 23 ? "hour" : null;
      case 8 -> number(found[8]) > 59 ? "minute" : null;
      case 10 -> number(found[10].substring(0, 2)) > 59 ? "second" : null;
      default -> null;
    };
  }

  private static boolean dayOutOfMonth(String[] found) {
    int day = number(found[4]);
    return day < 1 || !YearMonth.of(number(found[0]), number(found[2])).isValidDay(day);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
