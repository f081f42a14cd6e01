package dev.pintle.render.function.date;

import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;
import static dev.pintle.render.function.date.GoDuration.DURATION;
import static dev.pintle.render.function.date.GoLocation.LOCATION;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.time.Calendar;
import dev.pintle.go.time.Moment;
import dev.pintle.go.time.Zone;
import dev.pintle.go.yaml.PlainScalar;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.Param;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import java.time.Instant;

/**
 * Go's {@code time.Time} as templates see it: what {@code now} and {@code toDate} give, with its
 * methods. Immutable.
 *
 * @param fromClock whether it is what a clock read and so has, in Go, a reading of the monotonic
 *     clock too, which is printed. The reading here is always 0, so that renderings with the same
 *     clock are the same
 * @param local what Go's {@code time.Local} is
 */
public record GoTime(Moment moment, boolean fromClock, Zone local) implements GoValue {

  private static final String STRING_LAYOUT = "2006-01-02 15:04:05.999999999 -0700 MST";
  private static final String RFC_3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

  /** A parameter that takes a time. */
  static final Param<GoTime> TIME = Param.of(GoType.TIME, GoTime.class);

  /**
   * A time in UTC.
   *
   * @param instant null for Go's zero time
   */
  public static GoTime of(Instant instant) {
    Moment moment =
        instant == null
            ? Moment.ZERO
            : new Moment(instant.getEpochSecond(), instant.getNano(), Zone.UTC);
    return new GoTime(moment, false, Zone.UTC);
  }

  @Override
  public String goTypeName() {
    return GoType.TIME.goName();
  }

  @Override
  public String goKind() {
    return GoType.TIME.goKind();
  }

  @Override
  public String goString() {
    return moment.format(STRING_LAYOUT) + (fromClock ? " m=+0.000000000" : "");
  }

  @Override
  public Object jsonValue() {
    return moment.format(RFC_3339_NANO);
  }

  @Override
  public Object yamlValue() {
    return new PlainScalar(moment.format(RFC_3339_NANO));
  }

  @Override
  public Function method(String name) {
    Object value = property(name);
    if (value != null) {
      return Function.of(name, () -> value);
    }
    return switch (name) {
      case "Format" -> Function.of(name, STRING, moment::format);
      case "Add" -> Function.of(name, DURATION, this::plus);
      case "Sub" -> Function.of(name, TIME, time -> new GoDuration(moment.since(time.moment)));
      case "Before" -> Function.of(name, TIME, time -> compare(time) < 0);
      case "After" -> Function.of(name, TIME, time -> compare(time) > 0);
      case "Equal" -> Function.of(name, TIME, time -> compare(time) == 0);
      case "Compare" -> Function.of(name, TIME, time -> GoInt.of(compare(time)));
      case "In" -> Function.of(name, LOCATION, location -> in(location.zone()));
      case "Truncate" -> Function.of(name, DURATION, unit -> of(moment.truncate(unit)));
      case "Round" -> Function.of(name, DURATION, unit -> of(moment.round(unit)));
      case "AddDate" ->
          Function.of(
              name,
              INT,
              INT,
              INT,
              (years, months, days) -> of(moment.plusDate(years, months, days)));
      default -> null;
    };
  }

  private Object property(String method) {
    return switch (method) {
      case "Unix" -> moment.seconds();
      case "UnixMilli" -> moment.seconds() * 1000 + moment.nanos() / 1_000_000;
      case "UnixMicro" -> moment.seconds() * 1_000_000 + moment.nanos() / 1000;
      case "UnixNano" -> moment.seconds() * 1_000_000_000 + moment.nanos();
      case "Year" -> GoInt.of(day().year());
      case "Month" -> GoNamedInt.month(day().month());
      case "Day" -> GoInt.of(day().day());
      case "YearDay" -> GoInt.of(day().ofYear());
      case "Weekday" -> GoNamedInt.weekday(moment.clock().weekday());
      case "Hour" -> GoInt.of(moment.clock().hour());
      case "Minute" -> GoInt.of(moment.clock().minute());
      case "Second" -> GoInt.of(moment.clock().second());
      case "Nanosecond" -> GoInt.of(moment.nanos());
      case "IsZero" -> moment.compareTo(Moment.ZERO) == 0;
      case "IsDST" -> moment.zone().at(moment.seconds()).daylight();
      case "UTC" -> in(Zone.UTC);
      case "Local" -> in(local);
      case "Location" -> new GoLocation(moment.zone());
      case "String" -> goString();
      case "GoString" -> goSource();
      case "MarshalJSON" -> GoStrings.toBytes("\"" + jsonValue() + '"');
      case "MarshalText" -> GoStrings.toBytes((String) jsonValue());
      default -> null;
    };
  }

  private Calendar.Day day() {
    return moment.clock().day();
  }

  /** The time as an expression of the Go language. */
  private String goSource() {
    String location =
        moment.zone() == Zone.UTC
            ? "time.UTC"
            : moment.zone().name().equals("Local")
                ? "time.Local"
                : "time.Location(\"" + moment.zone().name() + "\")";
    Moment.Clock clock = moment.clock();
    Calendar.Day day = clock.day();
    return "time.Date(%d, time.%s, %d, %d, %d, %d, %d, %s)"
        .formatted(
            day.year(),
            GoNamedInt.month(day.month()).name(),
            day.day(),
            clock.hour(),
            clock.minute(),
            clock.second(),
            moment.nanos(),
            location);
  }

  private int compare(GoTime other) {
    return moment.compareTo(other.moment);
  }

  private GoTime in(Zone zone) {
    return new GoTime(moment.in(zone), fromClock, local);
  }

  GoTime plus(long nanos) {
    return new GoTime(moment.plus(nanos), fromClock, local);
  }

  private GoTime of(Moment other) {
    return new GoTime(other, false, local);
  }
}
