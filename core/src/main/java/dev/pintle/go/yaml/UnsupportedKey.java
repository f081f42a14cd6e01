package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Position;

/**
 * A scalar that cannot be a key in JSON: null, or an integer above the range of int64.
 *
 * @param key the scalar
 * @param event the number of its event
 */
record UnsupportedKey(Object key, int event, Position position) {

  /** The key under which it stands among other keys: a half of a surrogate pair is no text. */
  String placeholder() {
    return "\uD800" + key;
  }

  /** Go's error. */
  YamlException exception(Cursor cursor) {
    String message =
        "unsupported map key of type: "
            + (key == null ? "%!s(<nil>)" : "uint64")
            + ", key: "
            + GoSyntax.of(key)
            + ", value: "
            + GoSyntax.ofValueAfter(cursor, event);
    return new YamlException(
        Cursor.TO_JSON + message, message, position, cursor.sourceLine(position));
  }
}
