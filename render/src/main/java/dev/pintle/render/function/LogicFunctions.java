package dev.pintle.render.function;

import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.BOOL;

import java.util.Arrays;
import java.util.List;

/** Sprig's functions that choose between values by whether they are empty. */
public final class LogicFunctions {

  private LogicFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.addVariadic(
        "default", List.of(ANY), ANY, (x, a) -> a.length < 2 || isEmpty(a[1]) ? a[0] : a[1]);
    f.add("empty", List.of(ANY), (x, a) -> isEmpty(a[0]));
    f.addVariadic("coalesce", List.of(), ANY, (x, a) -> firstNotEmpty(a));
    f.addVariadic(
        "all", List.of(), ANY, (x, a) -> Arrays.stream(a).noneMatch(LogicFunctions::isEmpty));
    f.addVariadic(
        "any", List.of(), ANY, (x, a) -> !Arrays.stream(a).allMatch(LogicFunctions::isEmpty));
    f.add("ternary", List.of(ANY, ANY, BOOL), (x, a) -> (Boolean) a[2] ? a[0] : a[1]);
    f.add("hello", List.of(), (x, a) -> "Hello!");
  }

  private static Object firstNotEmpty(Object[] values) {
    for (Object value : values) {
      if (!isEmpty(value)) {
        return value;
      }
    }
    return null;
  }

  /** Sprig's word for what templates do not hold true. */
  static boolean isEmpty(Object value) {
    return !Truth.of(value);
  }
}
