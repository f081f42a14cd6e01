package dev.pintle.values.input;

/** The text of a {@link SetFlag} is at fault; the message says how, as Helm's parser does. */
final class SetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * What is wrong, and where.
   *
   * @param offset how many characters of the text were read
   */
  SetException(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
