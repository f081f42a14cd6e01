package dev.pintle.go.time;

import java.math.BigInteger;

/**
 * A moment to the nanosecond and the zone in which it is shown: Go's {@code time.Time}. Immutable.
 *
 * @param seconds since 1970 in UTC
 * @param nanos 0 to 999,999,999
 */
public record Moment(long seconds, int nanos, Zone zone) {

  /** Go's zero time: the start of the year 1. */
  public static final Moment ZERO =
      new Moment(Calendar.daysSince1970(1, 1, 1) * 86_400, 0, Zone.UTC);

  private static final long NANOS = 1_000_000_000L;
  private static final int DAY = 86_400;

  /** What the calendar and a clock in the zone show. */
  public Clock clock() {
    return new Clock(seconds + zone.at(seconds).offset());
  }

  /**
   * A reading of calendar and clock.
   *
   * @param seconds since 1970, as if the clock were in UTC
   */
  public record Clock(long seconds) {

    long days() {
      return Math.floorDiv(seconds, (long) DAY);
    }

    /** The day. */
    public Calendar.Day day() {
      return Calendar.dayOf(days());
    }

    /** The day of the week, 0 is Sunday. */
    public int weekday() {
      return Calendar.weekday(days());
    }

    /** 0 to 23. */
    public int hour() {
      return secondOfDay() / 3600;
    }

    /** 0 to 59. */
    public int minute() {
      return secondOfDay() / 60 % 60;
    }

    /** 0 to 59. */
    public int second() {
      return secondOfDay() % 60;
    }

    private int secondOfDay() {
      return (int) Math.floorMod(seconds, (long) DAY);
    }
  }

  /** The same moment, shown in another zone. */
  public Moment in(Zone other) {
    return new Moment(seconds, nanos, other);
  }

  /** The moment that many nanoseconds later. */
  public Moment plus(long duration) {
    long sum = nanos + duration % NANOS;
    return new Moment(
        seconds + duration / NANOS + Math.floorDiv(sum, NANOS),
        (int) Math.floorMod(sum, NANOS),
        zone);
  }

  /** The nanoseconds from the other moment to this one; the longest duration if there are more. */
  public long since(Moment other) {
    BigInteger difference = sinceZero().subtract(other.sinceZero());
    return difference
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValue();
  }

  private BigInteger sinceZero() {
    return BigInteger.valueOf(seconds)
        .subtract(BigInteger.valueOf(ZERO.seconds))
        .multiply(BigInteger.valueOf(NANOS))
        .add(BigInteger.valueOf(nanos));
  }

  /** The same time of day, that many years, months and days on; days that are none roll over. */
  public Moment plusDate(long years, long months, long days) {
    Clock clock = clock();
    Calendar.Day day = clock.day();
    long month = day.month() - 1 + months;
    long first =
        Calendar.daysSince1970(
            day.year() + years + Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
    long atClock = (first + day.day() - 1 + days) * DAY + clock.secondOfDay();
    return new Moment(zone.toUtc(atClock), nanos, zone);
  }

  /**
   * Rounded down to a multiple of the duration since the zero time; itself if that is not positive.
   */
  public Moment truncate(long duration) {
    return duration <= 0 ? this : plus(-remainder(duration));
  }

  /** Rounded to the nearest multiple of the duration since the zero time, halves up. */
  public Moment round(long duration) {
    if (duration <= 0) {
      return this;
    }
    long remainder = remainder(duration);
    return plus(remainder < duration - remainder ? -remainder : duration - remainder);
  }

  private long remainder(long duration) {
    return sinceZero().mod(BigInteger.valueOf(duration)).longValue();
  }

  /** Negative, 0 or positive as this moment is before, at or after the other. */
  public int compareTo(Moment other) {
    int bySeconds = Long.compare(seconds, other.seconds);
    return bySeconds != 0 ? bySeconds : Integer.compare(nanos, other.nanos);
  }

  /** The moment in Go's layout. */
  public String format(String layout) {
    return MomentFormat.format(this, Layout.parse(layout));
  }

  /**
   * Reads a moment that is written in Go's layout.
   *
   * @param zone the zone where the text has none, and whose abbreviations it may use
   * @throws TimeFormatException with Go's message if the text is not in that layout
   */
  public static Moment parse(String layout, String text, Zone zone) throws TimeFormatException {
    return new MomentParser(layout, text, zone).parse();
  }
}
