package dev.pintle.go.strconv;

/**
 * A text is not the number that was asked for: Go's {@code *strconv.NumError}. The message is Go's,
 * such as {@code strconv.ParseInt: parsing "x": invalid syntax}.
 */
public final class GoNumberException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean outOfRange;

  GoNumberException(String function, String text, boolean outOfRange) {
    super(
        "strconv."
            + function
            + ": parsing "
            + GoQuotes.quote(text)
            + ": "
            + (outOfRange ? "value out of range" : "invalid syntax"),
        null,
        false,
        false);
    this.outOfRange = outOfRange;
  }

  /** True if the text is a number, but one too large for the type. */
  public boolean isOutOfRange() {
    return outOfRange;
  }
}
