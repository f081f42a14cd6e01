package dev.pintle.go.toml;

/** A value cannot be written as TOML, or a text is none; the message is that of Go's library. */
public final class TomlException extends Exception {

  private static final long serialVersionUID = 1L;

  TomlException(String message) {
    super(message, null, false, false);
  }
}
