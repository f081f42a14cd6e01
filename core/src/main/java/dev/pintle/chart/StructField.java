package dev.pintle.chart;

import dev.pintle.diagnostic.Position;
import dev.pintle.go.json.JsonKind;
import dev.pintle.go.yaml.CoercedText;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Map;

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

  /** Takes the value as a string; null is the empty one. */
  String text() {
    return text(value);
  }

  private String text(Object scalar) {
    if (scalar == null) {
      return "";
    }
    String text = CoercedText.asField(scalar);
    if (text == null) {
      throw mismatch(scalar, "string");
    }
    return text;
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
}
