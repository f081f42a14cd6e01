package dev.pintle.cli.report;

import java.time.Duration;

/** How long ago something was, in the two figures that {@code kubectl} prints. */
final class ShownAge {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  private ShownAge() {}

  static String of(Duration age) {
    long seconds = age.toMillis() / 1000;
    if (seconds < -1) {
      return "<invalid>";
    } else if (seconds < 2 * MINUTE) {
      return Math.max(0, seconds) + "s";
    } else if (seconds < 10 * MINUTE) {
      return figures(seconds, MINUTE, "m", 1, "s");
    } else if (seconds < 3 * HOUR) {
      return seconds / MINUTE + "m";
    } else if (seconds < 8 * HOUR) {
      return figures(seconds, HOUR, "h", MINUTE, "m");
    } else if (seconds < 2 * DAY) {
      return seconds / HOUR + "h";
    } else if (seconds < 8 * DAY) {
      return figures(seconds, DAY, "d", HOUR, "h");
    } else if (seconds < 2 * YEAR) {
      return seconds / DAY + "d";
    } else if (seconds < 8 * YEAR) {
      return figures(seconds, YEAR, "y", DAY, "d");
    }
    return seconds / YEAR + "y";
  }

  private static String figures(
      long seconds, long large, String largeUnit, long small, String smallUnit) {
    long rest = seconds % large / small;
    return seconds / large + largeUnit + (rest == 0 ? "" : rest + smallUnit);
  }
}
