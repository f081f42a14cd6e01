package dev.pintle.apply.fabric8.patch;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Go prints them: Kubernetes sorts by that, and its messages have it. */
final class GoText {

  private GoText() {}

  static String of(Object value) {
    if (value instanceof Table table) {
      return List.of(table.sorted()).stream()
          .map(slot -> slot.getKey() + ":" + of(slot.getValue()))
          .collect(Collectors.joining(" ", "map[", "]"));
    }
    if (value instanceof Sequence list) {
      return list.stream().map(GoText::of).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof Double number) {
      // what is whole in JSON is an int64
      return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
          ? String.valueOf(number.longValue())
          : GoNumbers.shortest(number);
    }
    return value == null ? "<nil>" : value.toString();
  }
}
