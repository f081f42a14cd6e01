package dev.pintle.schema.format;

/** A string is not of a format; the message says what is wrong, as Helm's library does. */
public final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  FormatException(String message) {
    super(message, null, false, false);
  }
}
