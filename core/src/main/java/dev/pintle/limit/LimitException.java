package dev.pintle.limit;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;

/**
 * Work on a chart, its values or its templates used more than its {@link Limits} allow. Its
 * diagnostic names the limit, where it is one that can be set.
 */
public final class LimitException extends PintleException {

  private static final long serialVersionUID = 1L;

  private final Limit limit;

  /** A number was passed that cannot be set; the message says which, and what it is. */
  public LimitException(String message) {
    super(Diagnostic.Kind.LIMIT, message);
    this.limit = null;
  }

  /**
   * A limit was passed.
   *
   * @param message says what was too much, and the limit's number
   */
  public LimitException(Limit limit, String message) {
    super(message, limit.passed(Diagnostic.of(Diagnostic.Kind.LIMIT, message, null)));
    this.limit = limit;
  }

  /** Says where a limit was passed, too. */
  public LimitException(LimitException passed, Diagnostic diagnostic) {
    super(
        passed.getMessage(),
        passed.limit == null ? diagnostic : passed.limit.passed(diagnostic),
        passed);
    this.limit = passed.limit;
  }

  /** The limit that was passed; null for a number that cannot be set. */
  public Limit limit() {
    return limit;
  }
}
