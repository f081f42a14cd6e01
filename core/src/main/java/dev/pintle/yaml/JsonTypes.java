package dev.pintle.yaml;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/** What Go's {@code encoding/json} says of values that are not of the type that is wanted. */
final class JsonTypes {

  private static final String FROM_JSON = "error unmarshaling JSON: while decoding JSON: json: ";

  private JsonTypes() {}

  /**
   * @param target what was to be filled, as the message names it
   */
  static YamlException mismatch(Object value, String target) {
    return new YamlException(
        FROM_JSON + "cannot unmarshal " + nameOf(value) + " into " + target, null);
  }

  private static String nameOf(Object value) {
    if (value instanceof Table) {
      return "object";
    } else if (value instanceof Sequence) {
      return "array";
    } else if (value instanceof String) {
      return "string";
    }
    return value instanceof Boolean ? "bool" : "number";
  }
}
