package dev.pintle.render.function.date;

import dev.pintle.go.time.Names;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.values.GoInt;

/** A Go {@code int} whose values have names: {@code time.Month} and {@code time.Weekday}. */
record GoNamedInt(String goTypeName, int value, String name) implements GoValue {

  /** From January, 1. */
  static GoNamedInt month(int month) {
    return new GoNamedInt("time.Month", month, Names.MONTHS.get(month - 1));
  }

  /** From Sunday, 0. */
  static GoNamedInt weekday(int weekday) {
    return new GoNamedInt("time.Weekday", weekday, Names.WEEKDAYS.get(weekday));
  }

  @Override
  public String goKind() {
    return "int";
  }

  @Override
  public String goString() {
    return name;
  }

  @Override
  public Object underlying() {
    return GoInt.of(value);
  }

  @Override
  public Object jsonValue() {
    return GoInt.of(value);
  }

  @Override
  public Function method(String method) {
    return method.equals("String") ? Function.of(method, () -> name) : null;
  }
}
