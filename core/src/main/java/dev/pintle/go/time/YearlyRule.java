package dev.pintle.go.time;

import dev.pintle.go.time.Zone.Period;

/**
 * When clocks change each year: the text of a POSIX {@code TZ} variable, such as {@code
 * CET-1CEST,M3.5.0,M10.5.0/3}.
 */
final class YearlyRule {

  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  private final Period standard;
  private final Period daylight;
  private final Change toDaylight;
  private final Change toStandard;

  private YearlyRule(Period standard, Period daylight, Change toDaylight, Change toStandard) {
    this.standard = standard;
    this.daylight = daylight;
    this.toDaylight = toDaylight;
    this.toStandard = toStandard;
  }

  /** A day of the year and the time on it: {@code Jn}, {@code n} or {@code Mm.w.d}. */
  private record Change(char kind, int month, int week, int day, int time) {

    /** Seconds from the start of the year until the change, on a clock in UTC. */
    long inYear(long year, int offsetBefore) {
      long days =
          switch (kind) {
            case 'J' -> day - 1 + (Calendar.isLeap(year) && day >= 60 ? 1 : 0);
            case 'M' -> nthWeekday(year);
            default -> day;
          };
      return days * DAY + time - offsetBefore;
    }

    private long nthWeekday(long year) {
      long first = Calendar.daysSince1970(year, month, 1);
      long inMonth = Math.floorMod(day - Calendar.weekday(first), 7) + 7L * (week - 1);
      if (inMonth >= Calendar.daysIn(month, year)) {
        inMonth -= 7;
      }
      return first - Calendar.daysSince1970(year, 1, 1) + inMonth;
    }
  }

  Period at(long seconds) {
    if (daylight == null) {
      return standard;
    }
    long year = Calendar.yearOf(Math.floorDiv(seconds, (long) DAY));
    long inYear = seconds - Calendar.daysSince1970(year, 1, 1) * DAY;
    long start = toDaylight.inYear(year, standard.offset());
    long end = toStandard.inYear(year, daylight.offset());
    boolean summer =
        start <= end ? inYear >= start && inYear < end : inYear >= start || inYear < end;
    return summer ? daylight : standard;
  }

  /** Reads a rule, null if it is none. */
  static YearlyRule parse(String text) {
    try {
      return new Reader(text).rule();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /**
   *
   *
   * <pre>
   * rule   = name offset [ name [ offset ] [ "," change "," change ] ]
   * name   = letters | "&lt;" any "&gt;"
   * change = ( "J" n | n | "M" month "." week "." day ) [ "/" offset ]
   * offset = [ "+" | "-" ] hours [ ":" minutes [ ":" seconds ] ]
   * </pre>
   */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    YearlyRule rule() {
      String name = name();
      Period standard = new Period(name, -offset(), false);
      if (atEnd()) {
        return new YearlyRule(standard, null, null, null);
      }
      String daylightName = name();
      int ahead = atEnd() || peek() == ',' ? standard.offset() + HOUR : -offset();
      Period daylight = new Period(daylightName, ahead, true);
      expect(',');
      Change start = change();
      expect(',');
      return new YearlyRule(standard, daylight, start, change());
    }

    private String name() {
      int from = at;
      if (peek() == '<') {
        at = text.indexOf('>', at) + 1;
        return text.substring(from + 1, at - 1);
      }
      while (!atEnd() && Character.isLetter(peek())) {
        at++;
      }
      return text.substring(from, at);
    }

    private int offset() {
      boolean negative = !atEnd() && peek() == '-';
      if (negative || !atEnd() && peek() == '+') {
        at++;
      }
      int seconds = number() * HOUR;
      for (int unit = 60; unit > 0 && !atEnd() && peek() == ':'; unit /= 60) {
        at++;
        seconds += number() * unit;
      }
      return negative ? -seconds : seconds;
    }

    private Change change() {
      char kind = peek();
      int month = 0;
      int week = 0;
      if (!Character.isDigit(kind)) {
        at++;
      }
      if (kind == 'M') {
        month = number();
        expect('.');
        week = number();
        expect('.');
      }
      int day = number();
      int time = 2 * HOUR;
      if (!atEnd() && peek() == '/') {
        at++;
        time = offset();
      }
      return new Change(kind, month, week, day, time);
    }

    private int number() {
      int from = at;
      while (!atEnd() && Character.isDigit(peek())) {
        at++;
      }
      return Integer.parseInt(text.substring(from, at));
    }

    private void expect(char c) {
      if (peek() != c) {
        throw new IllegalArgumentException("expected " + c + " in " + text);
      }
      at++;
    }

    private char peek() {
      return text.charAt(at);
    }

    private boolean atEnd() {
      return at >= text.length();
    }
  }
}
