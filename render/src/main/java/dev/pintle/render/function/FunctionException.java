package dev.pintle.render.function;

/** A template function could not do its work; the message is the one Go's function would return. */
public final class FunctionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean refusal;

  /** With the message of the error that the Go function returns. */
  public FunctionException(String message) {
    this(message, null, false);
  }

  /** The same, caused by another exception. */
  public FunctionException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private FunctionException(String message, Throwable cause, boolean refusal) {
    super(message, cause, false, false);
    this.refusal = refusal;
  }

  /** What Go says of a nil that a function did not expect. */
  public static FunctionException nilPointer() {
    return new FunctionException(
        "runtime error: invalid memory address or nil pointer dereference");
  }

  /**
   * The chart itself refuses to be rendered, through {@code fail} or {@code required}: the message
   * is its own, and Helm shows it without the chain of calls.
   */
  public static FunctionException refusal(String message) {
    return new FunctionException(message, null, true);
  }

  /** True if the chart itself refuses. */
  public boolean isRefusal() {
    return refusal;
  }
}
