package dev.pintle.go.json;

/** A text is JSON as far as it was read, and has more in it than the reader may take. */
public final class TooMuchException extends JsonException {

  private static final long serialVersionUID = 1L;

  private final boolean deep;

  TooMuchException(String message, boolean deep) {
    super(message);
    this.deep = deep;
  }

  /** Whether it is nested too deeply; else there are too many values in it. */
  public boolean isDeep() {
    return deep;
  }
}
