package dev.pintle.schema.format;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.time.Moment;
import dev.pintle.go.time.TimeFormatException;
import dev.pintle.go.time.Zone;
import java.util.List;

/** Dates, times and durations of RFC 3339. */
final class TimeFormats {

  private static final int MINUTES_OF_DAY = 24 * 60;

  private TimeFormats() {}

  static void dateTime(String text) throws FormatException {
    if (GoStrings.length(text) < 20) {
      throw Formats.fault("less than 20 characters long");
    }
    String eleventh = GoStrings.slice(text, 10, 11);
    if (!eleventh.equals("t") && !eleventh.equals("T")) {
      throw Formats.fault("11th character must be t or T");
    }
    within("invalid date element", GoStrings.slice(text, 0, 10), TimeFormats::date);
    within(
        "invalid time element",
        GoStrings.slice(text, 11, GoStrings.length(text)),
        TimeFormats::time);
  }

  static void date(String text) throws FormatException {
    try {
      Moment.parse("2006-01-02", text, Zone.UTC);
    } catch (TimeFormatException misfit) {
      throw new FormatException(misfit.getMessage());
    }
  }

  static void time(String text) throws FormatException {
    if (GoStrings.length(text) < 9) {
      throw Formats.fault("less than 9 characters long");
    } else if (at(text, 2) != ':' || at(text, 5) != ':') {
      throw Formats.fault("missing colon in correct place");
    }
    int[] clock = new int[3];
    List<String> parts = Digits.split(GoStrings.slice(text, 0, 8), ':');
    for (int i = 0; i < 3; i++) {
      // what follows the second colon is one part, however many colons are in it
      String part = i < 2 ? parts.get(i) : String.join(":", parts.subList(2, parts.size()));
      clock[i] = number(part, "hour/min/sec");
    }
    if (clock[0] > 23 || clock[1] > 59 || clock[2] > 60) {
      throw Formats.fault("hour/min/sec out of range");
    }
    int minute = clock[0] * 60 + clock[1];
    minute += offset(afterFraction(GoStrings.slice(text, 8, GoStrings.length(text))));
    if (minute < 0) {
      minute += MINUTES_OF_DAY;
    }
    if (clock[2] >= 60 && minute != MINUTES_OF_DAY - 1) {
      throw Formats.fault("invalid leap second");
    }
  }

  private static char at(String text, int index) {
    String found = GoStrings.slice(text, index, index + 1);
    return found.isEmpty() ? 0 : found.charAt(0);
  }

  private static String afterFraction(String text) throws FormatException {
    if (!text.startsWith(".")) {
      return text;
    }
    int digits = Digits.leading(text.substring(1));
    if (digits == 0) {
      throw Formats.fault("no digits in second fraction");
    }
    return text.substring(1 + digits);
  }

  /** Minutes to add for universal time. */
  private static int offset(String text) throws FormatException {
    if (text.equals("z") || text.equals("Z")) {
      return 0;
    } else if (GoStrings.length(text) != 6) {
      throw Formats.fault("offset must be 6 characters long");
    }
    char sign = text.charAt(0);
    if (sign != '+' && sign != '-') {
      throw Formats.fault("offset must begin with plus/minus");
    } else if (at(text, 3) != ':') {
      throw Formats.fault("missing colon in offset in correct place");
    }
    int colon = text.indexOf(':');
    int hours = number(text.substring(1, colon), "hour/min in offset");
    int minutes = number(text.substring(colon + 1), "hour/min in offset");
    if (hours > 23 || minutes > 59) {
      throw Formats.fault("hour/min in offset out of range");
    }
    return (sign == '+' ? -1 : 1) * (hours * 60 + minutes);
  }

  private static int number(String text, String what) throws FormatException {
    Integer number = Digits.signed(text);
    if (number == null) {
      throw Formats.fault("invalid %s", what);
    } else if (number < 0) {
      throw Formats.fault("non-positive %s", what);
    }
    return number;
  }

  static void duration(String text) throws FormatException {
    if (!text.startsWith("P")) {
      throw Formats.fault("must start with P");
    } else if (text.length() == 1) {
      throw Formats.fault("nothing after P");
    }
    String rest = text.substring(1);
    if (rest.endsWith("W")) {
      String weeks = rest.substring(0, rest.length() - 1);
      if (weeks.isEmpty()) {
        throw Formats.fault("no number in week");
      } else if (!Digits.all(weeks)) {
        throw Formats.fault("invalid week");
      }
      return;
    }
    List<String> parts = Digits.split(rest, 'T');
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && parts.get(i).isEmpty()) {
        throw Formats.fault("no time elements");
      } else if (i > 1) {
        throw Formats.fault("more than one T");
      }
      elements(parts.get(i), i == 0 ? "YMD" : "HMS");
    }
  }

  private static void elements(String text, String units) throws FormatException {
    int unitsUsed = 0;
    String rest = text;
    while (!rest.isEmpty()) {
      int digits = Digits.leading(rest);
      if (digits == 0) {
        throw Formats.fault("missing number");
      } else if (digits == rest.length()) {
        throw Formats.fault("missing unit");
      }
      // Go looks at one byte
      int unit = GoStrings.toBytes(rest.substring(digits))[0] & 0xFF;
      int place = units.indexOf(unit);
      if (place < 0) {
        throw Formats.fault("invalid unit %s", GoQuotes.quoteRune(unit));
      } else if (place < unitsUsed) {
        throw Formats.fault("unit %s out of order", GoQuotes.quoteRune(unit));
      }
      unitsUsed = place + 1;
      rest = rest.substring(digits + 1);
    }
  }

  static void period(String text) throws FormatException {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw Formats.fault("missing slash");
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    if (start.startsWith("P")) {
      within("invalid start duration", start, TimeFormats::duration);
      within("invalid end date-time", end, TimeFormats::dateTime);
      return;
    }
    within("invalid start date-time", start, TimeFormats::dateTime);
    if (end.startsWith("P")) {
      within("invalid end duration", end, TimeFormats::duration);
    } else {
      within("invalid end date-time", end, TimeFormats::dateTime);
    }
  }

  private static void within(String what, String part, FormatCheck check) throws FormatException {
    try {
      check.check(part);
    } catch (FormatException misfit) {
      throw new FormatException(what + ": " + misfit.getMessage());
    }
  }
}
