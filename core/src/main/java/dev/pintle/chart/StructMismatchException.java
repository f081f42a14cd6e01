package dev.pintle.chart;

import dev.pintle.diagnostic.Position;

/** A YAML file has another type somewhere than the Go struct it is decoded into. */
final class StructMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  /** With the message of Go's JSON decoder. */
  StructMismatchException(String message, Position position) {
    super(message, null, false, false);
    this.position = position;
  }

  /** Where, or null. */
  Position position() {
    return position;
  }
}
