package dev.pintle.go.json;

/** A text is not JSON, or a value has none; the message is that of Go's {@code encoding/json}. */
public class JsonException extends Exception {

  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message, null, false, false);
  }
}
