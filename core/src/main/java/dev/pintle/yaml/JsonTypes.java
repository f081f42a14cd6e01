package dev.pintle.yaml;

import dev.pintle.values.JsonKind;

/**
 * What Go's {@code encoding/json} says of values that it cannot write, or that are not of the type
 * that is wanted.
 */
public final class JsonTypes {

  private static final String FROM_JSON = "error unmarshaling JSON: while decoding JSON: json: ";

  private JsonTypes() {}

  /**
   * The error for a value of another type than is wanted.
   *
   * @param value not null
   * @param target what was to be filled, as the message names it: {@code Go value of type T} or
   *     {@code Go struct field S.f of type T}
   */
  public static YamlException mismatch(Object value, String target) {
    return new YamlException(
        FROM_JSON + "cannot unmarshal " + JsonKind.nameOf(value) + " into " + target, null);
  }

  /**
   * Checks that JSON can write a value.
   *
   * @throws YamlException if an infinity or not-a-number is in it
   */
  public static void requireFinite(Object value) {
    Object found = ComposeErrors.find(value, JsonTypes::isInfinite);
    if (found != null) {
      throw unsupported((Double) found);
    }
  }

  static boolean isInfinite(Object value) {
    return value instanceof Double real && (real.isInfinite() || real.isNaN());
  }

  static YamlException unsupported(double value) {
    String text = Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    return new YamlException(Cursor.TO_JSON + "json: unsupported value: " + text, null);
  }
}
