package dev.pintle.cli.report;

import dev.pintle.go.time.Moment;
import dev.pintle.go.time.Zones;
import java.time.Instant;
import java.time.ZoneId;

/** Times of records as Helm prints them, in the zone of this machine. */
public final class ShownTime {

  /** Go's {@code time.ANSIC}. */
  private static final String ANSIC = "Mon Jan _2 15:04:05 2006";

  /** What Go's {@code time.Time} prints of itself. */
  private static final String FULL = "2006-01-02 15:04:05.999999999 -0700 MST";

  private static final String RFC3339 = "2006-01-02T15:04:05Z07:00";
  private static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

  private ShownTime() {}

  /** As in {@code Fri Jan 2 15:04:05 2026}. */
  public static String ansic(Instant time) {
    return format(time, ANSIC);
  }

  /** As in {@code 2026-01-02 15:04:05.123456789 +0100 CET}. */
  public static String full(Instant time) {
    return format(time, FULL);
  }

  /** As in {@code 2026-01-02T15:04:05+01:00}. */
  public static String rfc3339(Instant time) {
    return format(time, RFC3339);
  }

  /** As in {@code 2026-01-02T15:04:05.123456789+01:00}. */
  public static String rfc3339Nano(Instant time) {
    return format(time, RFC3339_NANO);
  }

  /**
   * A time in a layout of Go's.
   *
   * @param time null is Go's zero time
   */
  public static String format(Instant time, String layout) {
    Moment moment =
        time == null
            ? Moment.ZERO
            : new Moment(
                time.getEpochSecond(), time.getNano(), new Zones().local(ZoneId.systemDefault()));
    return moment.format(layout);
  }
}
