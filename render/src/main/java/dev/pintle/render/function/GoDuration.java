package dev.pintle.render.function;

import dev.pintle.time.Durations;
import dev.pintle.values.GoType;
import java.util.List;

/** Go's {@code time.Duration}, what one time minus another is. Immutable. */
record GoDuration(long nanos) implements GoValue {

  private static final double NANOS = Durations.SECOND;

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
          withUnit(name, (execution, a) -> new GoDuration(Durations.round(nanos, unit(a))));
      case "Truncate" ->
          withUnit(name, (execution, a) -> new GoDuration(Durations.truncate(nanos, unit(a))));
      default -> null;
    };
  }

  /** The nanoseconds of a {@code DURATION} argument: a duration, or a constant's number. */
  static long nanosOf(Object argument) {
    return argument instanceof GoDuration duration ? duration.nanos : (Long) argument;
  }

  /** Whole units and the fraction apart, as Go does it, which is one rounding less. */
  private double inUnits(long seconds) {
    long unit = seconds * Durations.SECOND;
    return nanos / unit + nanos % unit / (seconds * NANOS);
  }

  private static Function constant(String name, Object result) {
    return new Function(name, List.of(), null, (execution, a) -> result);
  }

  private static Function withUnit(String name, Function.Body body) {
    return new Function(name, List.of(GoType.DURATION), null, body);
  }

  private static long unit(Object[] arguments) {
    return nanosOf(arguments[0]);
  }
}
