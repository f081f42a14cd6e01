package dev.pintle.go.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * A zone by the JDK's rules, for systems without a tz database. Offsets are the same; where the
 * JDK's abbreviation differs from the database's, so does what is printed.
 */
final class JdkZone implements Zone {

  private static final long MAX_SECONDS = Instant.MAX.getEpochSecond() / 2;

  private final ZoneId id;
  private final ZoneRules rules;

  JdkZone(ZoneId id) {
    this.id = id;
    this.rules = id.getRules();
  }

  /** The zone of that name in the database; not Java's own names such as {@code GMT+1}. */
  static Zone find(String name) {
    return ZoneRulesProvider.getAvailableZoneIds().contains(name)
        ? new JdkZone(ZoneId.of(name))
        : null;
  }

  @Override
  public String name() {
    return id.getId();
  }

  @Override
  public Period at(long seconds) {
    Instant instant = instant(seconds);
    boolean daylight = rules.isDaylightSavings(instant);
    return new Period(abbreviation(daylight), rules.getOffset(instant).getTotalSeconds(), daylight);
  }

  private static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.max(-MAX_SECONDS, Math.min(seconds, MAX_SECONDS)));
  }

  private String abbreviation(boolean daylight) {
    return TimeZone.getTimeZone(id).getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH);
  }

  @Override
  public Integer offsetOf(String abbreviation, long seconds) {
    Instant instant = instant(seconds);
    return Stream.of(instant, after(instant), before(instant))
        .map(moment -> at(moment.getEpochSecond()))
        .filter(period -> period.name().equals(abbreviation))
        .map(Period::offset)
        .findFirst()
        .orElse(null);
  }

  private Instant after(Instant instant) {
    ZoneOffsetTransition next = rules.nextTransition(instant);
    return next == null ? instant : next.getInstant();
  }

  private Instant before(Instant instant) {
    ZoneOffsetTransition previous = rules.previousTransition(instant);
    return previous == null ? instant : previous.getInstant().minusSeconds(1);
  }
}
