package dev.pintle.schema.source;

/** A schema file cannot be used; the message is that of Helm's library where it has one. */
public final class SchemaFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A fault with its message. */
  public SchemaFault(String message) {
    super(message, null, false, false);
  }
}
