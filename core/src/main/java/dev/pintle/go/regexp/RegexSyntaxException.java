package dev.pintle.go.regexp;

/** A pattern is no regular expression; the message is Go's. */
public final class RegexSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "error parsing regexp: ";

  /**
   * With Go's parts of the message.
   *
   * @param code what is wrong, such as {@code missing closing ]}
   * @param part where in the pattern it is wrong
   */
  RegexSyntaxException(String code, String part) {
    super(PREFIX + code + ": `" + part + "`");
  }
}
