package dev.pintle.render.function.logic;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.BOOL;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.Truth;
import java.util.Arrays;
import java.util.List;

/** Sprig's functions that choose between values by whether they are empty. */
public final class LogicFunctions {

  private LogicFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("default", ANY.oneOrMore(), LogicFunctions::orDefault),
        of("empty", ANY, LogicFunctions::isEmpty),
        of("coalesce", ANY.many(), LogicFunctions::firstNotEmpty),
        of("all", ANY.many(), values -> Arrays.stream(values).allMatch(Truth::of)),
        of("any", ANY.many(), values -> Arrays.stream(values).anyMatch(Truth::of)),
        of("ternary", ANY, ANY, BOOL, (yes, no, which) -> which ? yes : no),
        of("hello", () -> "Hello!"));
  }

  /** The default first, then the value if there is one. */
  private static Object orDefault(Object[] arguments) {
    return arguments.length < 2 || isEmpty(arguments[1]) ? arguments[0] : arguments[1];
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
  private static boolean isEmpty(Object value) {
    return !Truth.of(value);
  }
}
