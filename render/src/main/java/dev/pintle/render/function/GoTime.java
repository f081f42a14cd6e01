package dev.pintle.render.function;

import dev.pintle.time.Calendar;
import dev.pintle.time.Moment;
import dev.pintle.time.Zone;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import dev.pintle.yaml.PlainScalar;
import java.util.List;

/**
 * Go's {@code time.Time} as templates see it: what {@code now} and {@code toDate} give, with its
 * methods. Immutable.
 *
 * @param fromClock whether it is what a clock read and so has, in Go, a reading of the monotonic
 *     clock too, which is printed. The reading here is always 0, so that renderings with the same
 *     clock are the same
 * @param local what Go's {@code time.Local} is
 */
record GoTime(Moment moment, boolean fromClock, Zone local) implements GoValue {

  private static final String STRING_LAYOUT = "2006-01-02 15:04:05.999999999 -0700 MST";
  private static final String RFC_3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";
  private static final List<GoType> DATE_PARTS = List.of(GoType.INT, GoType.INT, GoType.INT);

  /** What is done with the time and the argument. */
  @FunctionalInterface
  private interface With<T> {
    Object apply(T argument);
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
      return new Function(name, List.of(), null, (execution, a) -> value);
    }
    return switch (name) {
      case "Format" -> with(name, GoType.STRING, (String layout) -> moment.format(layout));
      case "Add" -> with(name, GoType.DURATION, d -> plus(GoDuration.nanosOf(d)));
      case "Sub" -> with(name, GoType.TIME, (GoTime t) -> new GoDuration(moment.since(t.moment)));
      case "Before" -> with(name, GoType.TIME, (GoTime t) -> compare(t) < 0);
      case "After" -> with(name, GoType.TIME, (GoTime t) -> compare(t) > 0);
      case "Equal" -> with(name, GoType.TIME, (GoTime t) -> compare(t) == 0);
      case "Compare" -> with(name, GoType.TIME, (GoTime t) -> GoInt.of(compare(t)));
      case "In" -> with(name, GoType.LOCATION, (GoLocation l) -> in(l.zone()));
      case "Truncate" ->
          with(name, GoType.DURATION, d -> of(moment.truncate(GoDuration.nanosOf(d))));
      case "Round" -> with(name, GoType.DURATION, d -> of(moment.round(GoDuration.nanosOf(d))));
      case "AddDate" ->
          new Function(
              name,
              DATE_PARTS,
              null,
              (execution, a) -> of(moment.plusDate(number(a[0]), number(a[1]), number(a[2]))));
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

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  @SuppressWarnings("unchecked") // The caller has checked the argument against the type.
  private static <T> Function with(String name, GoType type, With<T> body) {
    return new Function(name, List.of(type), null, (execution, a) -> body.apply((T) a[0]));
  }
}
