package dev.pintle.values.input;

import dev.pintle.limit.Limit;

/** The text of a {@link SetFlag} is at fault; the message says how, as Helm's parser does. */
final class SetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final Limit limit;

  /**
   * What is wrong, and where.
   *
   * @param offset how many characters of the text were read
   * @param limit the limit that was passed; null if it is something else
   */
  SetException(String message, int offset, Limit limit) {
    super(message, null, false, false);
    this.offset = offset;
    this.limit = limit;
  }

  int offset() {
    return offset;
  }

  Limit limit() {
    return limit;
  }
}
