package dev.pintle.chart;

import dev.pintle.diagnostic.Position;
import dev.pintle.values.GoNumbers;
import dev.pintle.values.JsonKind;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One field of a Go struct that a YAML file is decoded into, with the rules of Go's decoder:
 * numbers and booleans become strings where a string is wanted, nothing else is converted.
 *
 * @param struct Go's name of the struct, such as {@code Dependency}
 * @param path how JSON leads to the field, such as {@code dependencies.name}
 * @param value what the file has there
 * @param position where, or null
 */
record StructField(String struct, String path, Object value, Position position) {

  private static final int FLOAT32_DIGITS = 9;

  /** Takes the value as a string; null is the empty one. */
  String text() {
    return text(value);
  }

  private String text(Object scalar) {
    if (scalar == null) {
      return "";
    } else if (scalar instanceof String || scalar instanceof Boolean) {
      return scalar.toString();
    } else if (scalar instanceof Double number) {
      return shortestFloat32(number);
    } else if (scalar instanceof Number) {
      return scalar.toString();
    }
    throw mismatch(scalar, "string");
  }

  /** Takes the value as a boolean. */
  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw mismatch(value, "bool");
  }

  /** Takes the value as a list; each item is handed on with the index that it has. */
  Sequence list(String goType) {
    if (value instanceof Sequence list) {
      return list;
    }
    throw mismatch(value, goType);
  }

  /** Takes the value as a list of strings. */
  java.util.List<String> texts() {
    return list("[]string").stream().map(this::text).toList();
  }

  /** Takes the value as a map of strings, added to one that is there. */
  void textsInto(Map<String, String> map) {
    if (!(value instanceof Table table)) {
      throw mismatch(value, "map[string]string");
    }
    for (Table.Slot slot : table.sorted()) {
      map.put(slot.getKey(), text(slot.getValue()));
    }
  }

  /** Says that a value has another type than the field. */
  StructMismatchException mismatch(Object found, String goType) {
    return new StructMismatchException(
        "json: cannot unmarshal "
            + JsonKind.nameOf(found)
            + " into Go struct field "
            + struct
            + "."
            + path
            + " of type "
            + goType,
        position);
  }

  /** Go writes a number of YAML that shall be a string as a {@code float32} would be written. */
  private static String shortestFloat32(double number) {
    float narrow = (float) number;
    if (Float.isInfinite(narrow) || narrow == 0) {
      return GoNumbers.format(narrow, 'g', GoNumbers.SHORTEST);
    }
    BiFunction<Double, Integer, BigDecimal> rounded =
        (value, digits) -> new BigDecimal(value).round(new MathContext(digits));
    int digits = 1;
    while (digits < FLOAT32_DIGITS
        && rounded.apply((double) narrow, digits).floatValue() != narrow) {
      digits++;
    }
    double shortest = rounded.apply((double) narrow, digits).doubleValue();
    return GoNumbers.format(shortest, 'g', GoNumbers.SHORTEST);
  }
}
