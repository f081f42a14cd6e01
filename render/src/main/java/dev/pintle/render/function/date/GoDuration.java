package dev.pintle.render.function.date;

import dev.pintle.go.time.Durations;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.Param;
import dev.pintle.values.GoType;

/** Go's {@code time.Duration}, what one time minus another is. Immutable. */
record GoDuration(long nanos) implements GoValue {

  private static final double NANOS = Durations.SECOND;

  /** A parameter that takes a duration, or a constant; the function gets nanoseconds. */
  static final Param<Long> DURATION =
      Param.of(
          GoType.DURATION,
          Long.class,
          value -> value instanceof GoDuration duration ? duration.nanos : (Long) value);

  @Override
  public String goTypeName() {
    return GoType.DURATION.goName();
  }

  @Override
  public String goKind() {
    return GoType.DURATION.goKind();
  }

  @Override
  public String goString() {
    return Durations.format(nanos);
  }

  @Override
  public Object underlying() {
    return nanos;
  }

  @Override
  public Object jsonValue() {
    return nanos;
  }

  @Override
  public Object yamlValue() {
    return goString();
  }

  @Override
  public Function method(String name) {
    return switch (name) {
      case "Hours" -> constant(name, inUnits(3600));
      case "Minutes" -> constant(name, inUnits(60));
      case "Seconds" -> constant(name, inUnits(1));
      case "Milliseconds" -> constant(name, nanos / 1_000_000);
      case "Microseconds" -> constant(name, nanos / 1000);
      case "Nanoseconds" -> constant(name, nanos);
      case "String" -> constant(name, goString());
      case "Abs" ->
          constant(
              name, new GoDuration(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos)));
      case "Round" ->
          Function.of(name, DURATION, unit -> new GoDuration(Durations.round(nanos, unit)));
      case "Truncate" ->
          Function.of(name, DURATION, unit -> new GoDuration(Durations.truncate(nanos, unit)));
      default -> null;
    };
  }

  /** Whole units and the fraction apart, as Go does it, which is one rounding less. */
  private double inUnits(long seconds) {
    long unit = seconds * Durations.SECOND;
    return nanos / unit + nanos % unit / (seconds * NANOS);
  }

  private static Function constant(String name, Object result) {
    return Function.of(name, () -> result);
  }
}
