package dev.pintle.render.function;

import dev.pintle.template.Execution;
import dev.pintle.time.Durations;
import dev.pintle.time.Moment;
import dev.pintle.time.TimeFormatException;
import dev.pintle.time.Zone;
import dev.pintle.time.Zones;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import java.time.Instant;
import java.util.List;

/**
 * Sprig's functions for dates and durations. Where a function takes anything, what is no time to it
 * counts as now or as nothing; floats, as every number from a values file is one, are no times.
 */
final class DateFunctions {

  private static final String HTML_DATE = "2006-01-02";
  private static final List<GoType> FORMAT_AND_DATE = List.of(GoType.STRING, GoType.ANY);
  private static final List<GoType> DURATION_AND_TIME = List.of(GoType.STRING, GoType.TIME);
  private static final List<GoType> TWO_STRINGS = List.of(GoType.STRING, GoType.STRING);

  private static final long MINUTE = 60 * Durations.SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final Zones zones = new Zones();

  private DateFunctions() {}

  static void register(Functions.Builder f) {
    new DateFunctions().addTo(f);
  }

  private void addTo(Functions.Builder f) {
    f.add("now", List.of(), (execution, a) -> now(execution));
    f.add(
        "date", FORMAT_AND_DATE, (execution, a) -> format((String) a[0], a[1], "Local", execution));
    f.add(
        "dateInZone",
        List.of(GoType.STRING, GoType.ANY, GoType.STRING),
        (execution, a) -> format((String) a[0], a[1], (String) a[2], execution));
    f.alias("date_in_zone", "dateInZone");
    f.add(
        "htmlDate",
        List.of(GoType.ANY),
        (execution, a) -> format(HTML_DATE, a[0], "Local", execution));
    f.add(
        "htmlDateInZone",
        List.of(GoType.ANY, GoType.STRING),
        (execution, a) -> format(HTML_DATE, a[0], (String) a[1], execution));
    f.add("dateModify", DURATION_AND_TIME, (execution, a) -> modify((String) a[0], (GoTime) a[1]));
    f.alias("date_modify", "dateModify");
    f.add(
        "mustDateModify",
        DURATION_AND_TIME,
        (execution, a) -> mustModify((String) a[0], (GoTime) a[1]));
    f.alias("must_date_modify", "mustDateModify");
    f.add("ago", List.of(GoType.ANY), (execution, a) -> ago(a[0], execution));
    f.add("duration", List.of(GoType.ANY), (execution, a) -> duration(a[0]));
    f.add("durationRound", List.of(GoType.ANY), (execution, a) -> durationRound(a[0], execution));
    f.add("toDate", TWO_STRINGS, (execution, a) -> toDate(a, execution));
    f.add("mustToDate", TWO_STRINGS, (execution, a) -> mustToDate(a, execution));
    f.add(
        "unixEpoch",
        List.of(GoType.TIME),
        (execution, a) -> Long.toString(((GoTime) a[0]).moment().seconds()));
  }

  private GoTime now(Execution execution) {
    Instant instant = execution.clock().instant();
    Zone local = zones.local(execution.zone());
    return new GoTime(new Moment(instant.getEpochSecond(), instant.getNano(), local), true, local);
  }

  private Moment moment(Object date, Execution execution) {
    if (date instanceof GoTime time) {
      return time.moment();
    } else if (date instanceof Long || date instanceof GoInt || date instanceof Integer) {
      return new Moment(((Number) date).longValue(), 0, zones.local(execution.zone()));
    }
    return now(execution).moment();
  }

  private String format(String layout, Object date, String zoneName, Execution execution) {
    Zone zone = zones.find(zoneName, execution.zone());
    return moment(date, execution).in(zone == null ? Zone.UTC : zone).format(layout);
  }

  private static GoTime modify(String duration, GoTime time) {
    try {
      return time.plus(Durations.parse(duration));
    } catch (TimeFormatException e) {
      return time; // Sprig drops the error.
    }
  }

  private static GoTime mustModify(String duration, GoTime time) {
    try {
      return time.plus(Durations.parse(duration));
    } catch (TimeFormatException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private String ago(Object date, Execution execution) {
    // Of an int32 this one function makes nothing.
    Moment then = date instanceof Integer ? moment(null, execution) : moment(date, execution);
    long since = now(execution).moment().since(then);
    return Durations.format(Durations.round(since, Durations.SECOND));
  }

  private static String duration(Object seconds) {
    long count = 0;
    if (seconds instanceof String text) {
      count = wholeNumber(text);
    } else if (seconds instanceof Long number) {
      count = number;
    }
    return Durations.format(count * Durations.SECOND);
  }

  /** 0 if the text is no number, the largest or smallest long if it is too large a number. */
  private static long wholeNumber(String text) {
    if (!text.matches("[+-]?[0-9]+")) {
      return 0;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private String durationRound(Object value, Execution execution) {
    long duration = 0;
    if (value instanceof String text) {
      try {
        duration = Durations.parse(text);
      } catch (TimeFormatException e) {
        duration = 0; // Sprig drops the error.
      }
    } else if (value instanceof Long nanos) {
      duration = nanos;
    } else if (value instanceof GoTime time) {
      duration = now(execution).moment().since(time.moment());
    }
    return largestUnit(duration < 0 ? -duration : duration);
  }

  /** The whole years, months or less that are in a duration; it is an unsigned number here. */
  private static String largestUnit(long duration) {
    long[] units = {365 * DAY, 30 * DAY, DAY, HOUR, MINUTE, Durations.SECOND};
    String[] names = {"y", "mo", "d", "h", "m", "s"};
    for (int i = 0; i < units.length; i++) {
      if (Long.compareUnsigned(duration, units[i]) > 0) {
        return Long.divideUnsigned(duration, units[i]) + names[i];
      }
    }
    return "0s";
  }

  private GoTime toDate(Object[] arguments, Execution execution) {
    Zone local = zones.local(execution.zone());
    try {
      return parse(arguments, local);
    } catch (TimeFormatException e) {
      return new GoTime(Moment.ZERO, false, local); // Sprig drops the error.
    }
  }

  private GoTime mustToDate(Object[] arguments, Execution execution) {
    try {
      return parse(arguments, zones.local(execution.zone()));
    } catch (TimeFormatException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static GoTime parse(Object[] arguments, Zone local) throws TimeFormatException {
    Moment moment = Moment.parse((String) arguments[0], (String) arguments[1], local);
    return new GoTime(moment, false, local);
  }
}
