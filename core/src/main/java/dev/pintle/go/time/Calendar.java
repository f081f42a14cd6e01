package dev.pintle.go.time;

/** The Gregorian calendar, carried on before its start, over as many years as Go's has. */
public final class Calendar {

  private static final int[] DAYS_BEFORE = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };
  private static final int DAYS_IN_400_YEARS = 146097;

  private Calendar() {}

  /** A day: its year, month (1 to 12) and day of the month. */
  public record Day(long year, int month, int day) {

    /** The day of the year, from 1. */
    public int ofYear() {
      return DAYS_BEFORE[month - 1] + day + (month > 2 && isLeap(year) ? 1 : 0);
    }
  }

  /** True if the year has a 29th of February. */
  public static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int daysIn(int month, long year) {
    return month == 2 && isLeap(year) ? 29 : DAYS_BEFORE[month] - DAYS_BEFORE[month - 1];
  }

  /** The days of a common year before that month; 13 stands for the end of the year. */
  static int daysBefore(int month) {
    return DAYS_BEFORE[month - 1];
  }

  /** The number of a day, counted from 1970-01-01; the day may lie outside its month. */
  public static long daysSince1970(long year, int month, long day) {
    // Years from March on, so that the odd day comes last.
    long y = month <= 2 ? year - 1 : year;
    long cycle = Math.floorDiv(y, 400L);
    long yearOfCycle = y - cycle * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5;
    long dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
    return cycle * DAYS_IN_400_YEARS + dayOfCycle - 719468 + day - 1;
  }

  /** The day of that number. */
  public static Day dayOf(long daysSince1970) {
    long shifted = daysSince1970 + 719468;
    long cycle = Math.floorDiv(shifted, (long) DAYS_IN_400_YEARS);
    long dayOfCycle = shifted - cycle * DAYS_IN_400_YEARS;
    long yearOfCycle =
        (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146096) / 365;
    long dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    int fromMarch = (int) ((5 * dayOfYear + 2) / 153);
    int day = (int) (dayOfYear - (153L * fromMarch + 2) / 5) + 1;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    return new Day(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day);
  }

  static long yearOf(long daysSince1970) {
    return dayOf(daysSince1970).year();
  }

  /** The day of the week, 0 is Sunday. */
  public static int weekday(long daysSince1970) {
    return (int) Math.floorMod(daysSince1970 + 4, 7L);
  }
}
