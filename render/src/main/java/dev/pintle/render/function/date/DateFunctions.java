package dev.pintle.render.function.date;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.STRING;
import static dev.pintle.render.function.date.GoTime.TIME;

import dev.pintle.go.strings.TextParts;
import dev.pintle.go.time.Durations;
import dev.pintle.go.time.Moment;
import dev.pintle.go.time.TimeFormatException;
import dev.pintle.go.time.Zone;
import dev.pintle.go.time.Zones;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import dev.pintle.values.GoInt;
import java.time.Instant;
import java.util.List;

/**
 * Sprig's functions for dates and durations. Where a function takes anything, what is no time to it
 * counts as now or as nothing; floats, as every number from a values file is one, are no times.
 */
public final class DateFunctions {

  private static final String LOCAL = "Local";
  private static final String HTML_DATE = "2006-01-02";

  private static final long MINUTE = 60 * Durations.SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final Zones zones = new Zones();

  private DateFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    DateFunctions dates = new DateFunctions();
    return List.of(
        of("now", dates::now),
        of("date", STRING, ANY, (x, layout, date) -> dates.format(x, layout, date, LOCAL)),
        of("dateInZone", STRING, ANY, STRING, dates::format).alsoCalled("date_in_zone"),
        of("htmlDate", ANY, (x, date) -> dates.format(x, HTML_DATE, date, LOCAL)),
        of(
            "htmlDateInZone",
            ANY,
            STRING,
            (x, date, zone) -> dates.format(x, HTML_DATE, date, zone)),
        of("dateModify", STRING, TIME, DateFunctions::modify).alsoCalled("date_modify"),
        of("mustDateModify", STRING, TIME, DateFunctions::mustModify)
            .alsoCalled("must_date_modify"),
        of("ago", ANY, dates::ago),
        of("duration", ANY, DateFunctions::duration),
        of("durationRound", ANY, dates::durationRound),
        of("toDate", STRING, STRING, dates::toDate),
        of("mustToDate", STRING, STRING, dates::mustToDate),
        of("unixEpoch", TIME, time -> Long.toString(time.moment().seconds())));
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

  private String format(Execution execution, String layout, Object date, String zoneName) {
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

  private String ago(Execution execution, Object date) {
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
    if (!TextParts.isSignedNumber(text, Integer.MAX_VALUE)) {
      return 0;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private String durationRound(Execution execution, Object value) {
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

  private GoTime toDate(Execution execution, String layout, String text) {
    Zone local = zones.local(execution.zone());
    try {
      return parse(layout, text, local);
    } catch (TimeFormatException e) {
      return new GoTime(Moment.ZERO, false, local); // Sprig drops the error.
    }
  }

  private GoTime mustToDate(Execution execution, String layout, String text) {
    try {
      return parse(layout, text, zones.local(execution.zone()));
    } catch (TimeFormatException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static GoTime parse(String layout, String text, Zone local) throws TimeFormatException {
    Moment moment = Moment.parse(layout, text, local);
    return new GoTime(moment, false, local);
  }
}
