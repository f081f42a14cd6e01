package dev.pintle.go.time;

import dev.pintle.go.time.Layout.Piece;

/** Writes moments in Go's layouts. */
final class MomentFormat {

  private final StringBuilder out;
  private final Moment moment;
  private final Zone.Period period;
  private final Moment.Clock clock;
  private Calendar.Day day;

  private MomentFormat(Moment moment) {
    this.out = new StringBuilder(40);
    this.moment = moment;
    this.period = moment.zone().at(moment.seconds());
    this.clock = new Moment.Clock(moment.seconds() + period.offset());
  }

  static String format(Moment moment, Layout layout) {
    MomentFormat format = new MomentFormat(moment);
    for (Piece piece : layout.pieces()) {
      format.out.append(piece.before());
      if (piece.kind() != null) {
        format.append(piece);
      }
    }
    return format.out.toString();
  }

  private Calendar.Day day() {
    if (day == null) {
      day = clock.day();
    }
    return day;
  }

  private void append(Piece piece) {
    switch (piece.kind()) {
      case LONG_MONTH -> out.append(Names.MONTHS.get(day().month() - 1));
      case MONTH -> out.append(Names.MONTHS.get(day().month() - 1), 0, 3);
      case NUMBER_MONTH -> out.append(day().month());
      case ZERO_MONTH -> Ascii.append(out, day().month(), 2);
      case LONG_WEEKDAY -> out.append(Names.WEEKDAYS.get(clock.weekday()));
      case WEEKDAY -> out.append(Names.WEEKDAYS.get(clock.weekday()), 0, 3);
      case DAY -> out.append(day().day());
      case BLANK_DAY -> blank(day().day(), 2);
      case ZERO_DAY -> Ascii.append(out, day().day(), 2);
      case BLANK_YEARDAY -> blank(day().ofYear(), 3);
      case ZERO_YEARDAY -> Ascii.append(out, day().ofYear(), 3);
      case HOUR -> Ascii.append(out, clock.hour(), 2);
      case HOUR12 -> out.append(hour12());
      case ZERO_HOUR12 -> Ascii.append(out, hour12(), 2);
      case MINUTE -> out.append(clock.minute());
      case ZERO_MINUTE -> Ascii.append(out, clock.minute(), 2);
      case SECOND -> out.append(clock.second());
      case ZERO_SECOND -> Ascii.append(out, clock.second(), 2);
      case LONG_YEAR -> Ascii.append(out, day().year(), 4);
      case YEAR -> Ascii.append(out, Math.abs(day().year()) % 100, 2);
      case UPPER_PM -> out.append(clock.hour() >= 12 ? "PM" : "AM");
      case LOWER_PM -> out.append(clock.hour() >= 12 ? "pm" : "am");
      case ZONE_NAME -> zoneName();
      case OFFSET -> offset(piece.text());
      case FRACTION -> fraction(piece.text(), false);
      case TRIMMED_FRACTION -> fraction(piece.text(), true);
    }
  }

  private void blank(int number, int width) {
    String digits = Integer.toString(number);
    out.append(" ".repeat(width - digits.length())).append(digits);
  }

  private int hour12() {
    int hour = clock.hour() % 12;
    return hour == 0 ? 12 : hour;
  }

  private void zoneName() {
    if (period.name().isEmpty()) {
      offset("-0700");
    } else {
      out.append(period.name());
    }
  }

  private void offset(String form) {
    if (form.charAt(0) == 'Z' && period.offset() == 0) {
      out.append('Z');
      return;
    }
    // The sign is that of the whole minutes; where there are none, it stays with the seconds.
    boolean negative = period.offset() / 60 < 0;
    out.append(negative ? '-' : '+');
    int seconds = negative ? -period.offset() : period.offset();
    Ascii.append(out, seconds / 3600, 2);
    if (form.length() > 3) {
      String colon = form.indexOf(':') >= 0 ? ":" : "";
      Ascii.append(out.append(colon), seconds / 60 % 60, 2);
      if (form.length() > 6) {
        Ascii.append(out.append(colon), seconds % 60, 2);
      }
    }
  }

  private void fraction(String form, boolean trimmed) {
    int digits = form.length() - 1;
    if (trimmed && moment.nanos() == 0) {
      return;
    }
    out.append(form.charAt(0));
    Ascii.append(out, moment.nanos(), 9);
    if (digits < 9) {
      out.setLength(out.length() - 9 + digits);
    }
    if (trimmed) {
      int end = out.length();
      while (out.charAt(end - 1) == '0') {
        end--;
      }
      out.setLength(out.charAt(end - 1) == form.charAt(0) ? end - 1 : end);
    }
  }
}
