package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Position;
import dev.pintle.go.json.JsonKind;

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
    return mismatch(value, target, null, null);
  }

  /** The same where it is known in which line the value starts. */
  static YamlException mismatch(Object value, String target, Position position, String line) {
    String problem = "cannot unmarshal " + JsonKind.nameOf(value) + " into " + target;
    return new YamlException(FROM_JSON + problem, problem, position, line);
  }

  /**
   * Checks that JSON can write a value.
   *
   * @throws YamlException if an infinity or not-a-number is in it
   */
  public static void requireFinite(Object value) {
    ComposeErrors.Found found = ComposeErrors.find(value, null, JsonTypes::isInfinite);
    if (found != null) {
      throw unsupported((Double) found.value(), null, null);
    }
  }

  static boolean isInfinite(Object value) {
    return value instanceof Double real && (real.isInfinite() || real.isNaN());
  }

  static YamlException unsupported(double value, Position position, String line) {
    String text = Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    String problem = "json: unsupported value: " + text;
    return new YamlException(Cursor.TO_JSON + problem, problem, position, line);
  }
}
