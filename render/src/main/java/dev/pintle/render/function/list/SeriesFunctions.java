package dev.pintle.render.function.list;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.values.GoType.INT_LIST;

import dev.pintle.render.function.Effort;
import dev.pintle.render.function.Function;
import dev.pintle.template.Execution;
import dev.pintle.values.GoInt;
import dev.pintle.values.Sequence;
import java.util.List;
import java.util.stream.Collectors;

/** Sprig's functions that count: {@code until}, {@code untilStep} and {@code seq}. */
public final class SeriesFunctions {

  private SeriesFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("until", INT, (x, stop) -> series(x, 0, stop, stop < 0 ? -1 : 1)),
        of("untilStep", INT, INT, INT, SeriesFunctions::series),
        of("seq", INT.many(), SeriesFunctions::sequence));
  }

  /** From start on, but not as far as stop; nothing if the step leads away from it. */
  private static Sequence series(Execution execution, long start, long stop, long step) {
    boolean down = stop < start;
    if (start == stop || step == 0 || down != step < 0) {
      return Sequence.ofType(INT_LIST);
    }
    // Both are to be read as unsigned, so that no distance is too large.
    long distance = down ? start - stop : stop - start;
    long stride = down ? -step : step;
    long count = Long.divideUnsigned(distance - 1, stride) + 1;
    Effort.willBuildItems(execution, count);
    Object[] items = new Object[(int) count];
    for (int i = 0; i < items.length; i++) {
      items[i] = GoInt.of(start + i * step);
    }
    return Sequence.ofType(INT_LIST, items);
  }

  /** Counts as the shell's {@code seq} does: to the end itself, and down if the end is lower. */
  private static String sequence(Execution execution, Long[] arguments) {
    if (arguments.length < 1 || arguments.length > 3) {
      return "";
    }
    long start = arguments.length == 1 ? 1 : arguments[0];
    long end = arguments[arguments.length - 1];
    long direction = end < start ? -1 : 1;
    long step = arguments.length == 3 ? arguments[1] : direction;
    if (arguments.length == 3 && direction < 0 && step > 0) {
      return "";
    }
    return series(execution, start, end + direction, step).stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
