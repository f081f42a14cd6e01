package dev.pintle.go.time;

/**
 * A place's rules for its clocks: Go's {@code *time.Location}. Immutable, safe to share.
 *
 * <p>Seconds are those since 1970 in UTC, as everywhere in this package.
 */
public interface Zone {

  /** Coordinated universal time. */
  Zone UTC = fixed("UTC", 0);

  /**
   * What clocks show for a while.
   *
   * @param name the abbreviation, such as {@code CET}; empty if there is none
   * @param offset seconds east of UTC
   * @param daylight whether this is daylight saving time
   */
  record Period(String name, int offset, boolean daylight) {}

  /** The name that Go prints for the location. */
  String name();

  /** What clocks show at that moment. */
  Period at(long seconds);

  /**
   * The offset that an abbreviation stands for here, or null if it is none of this zone.
   *
   * @param seconds the moment, as if its clock were in UTC, since one name may have had several
   *     offsets
   */
  Integer offsetOf(String abbreviation, long seconds);

  /** The moment at which clocks show what clocks in UTC show at the given one. */
  default long toUtc(long clockSeconds) {
    long first = clockSeconds - at(clockSeconds).offset();
    return clockSeconds - at(first).offset();
  }

  /** The same rules under another name. */
  default Zone named(String name) {
    Zone rules = this;
    return new Zone() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Period at(long seconds) {
        return rules.at(seconds);
      }

      @Override
      public Integer offsetOf(String abbreviation, long seconds) {
        return rules.offsetOf(abbreviation, seconds);
      }
    };
  }

  /** A zone whose clocks never change. */
  static Zone fixed(String name, int offset) {
    Period period = new Period(name, offset, false);
    return new Zone() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Period at(long seconds) {
        return period;
      }

      @Override
      public Integer offsetOf(String abbreviation, long seconds) {
        return abbreviation.equals(name) ? offset : null;
      }
    };
  }
}
