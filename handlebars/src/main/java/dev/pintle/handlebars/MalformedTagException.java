package dev.pintle.handlebars;

import dev.pintle.diagnostic.Position;

/** A tag that is not Handlebars, though the library takes it. */
final class MalformedTagException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  MalformedTagException(String message, Position position) {
    super(message, null, false, false);
    this.position = position;
  }

  Position position() {
    return position;
  }
}
