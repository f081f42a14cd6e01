package dev.pintle.render.function;

/** A template function could not do its work; the message is the one Go's function would return. */
public final class FunctionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the message of the error that the Go function returns. */
  public FunctionException(String message) {
    super(message, null, false, false);
  }
}
