package dev.pintle.values.input;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.stream.Collectors;

/** Writes values so that Go's types can be told: {@code {"a":int64(1),"b":["x",null]}}. */
final class Notation {

  private Notation() {}

  static String of(Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Table table) {
      return table.entrySet().stream()
          .map(entry -> GoQuotes.quote(entry.getKey()) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (value instanceof Sequence list) {
      return list.stream().map(Notation::of).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof String text) {
      return GoQuotes.quote(text);
    }
    String text = value instanceof Double number ? GoNumbers.shortest(number) : value.toString();
    return GoType.nameOf(value) + "(" + text + ")";
  }
}
