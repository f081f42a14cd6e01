package dev.pintle.render.function;

import dev.pintle.time.Names;
import dev.pintle.values.GoInt;
import java.util.List;

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
    return method.equals("String")
        ? new Function(method, List.of(), null, (execution, a) -> name)
        : null;
  }
}
