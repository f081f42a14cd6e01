package dev.pintle.limit;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
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
    super(message, Diagnostic.of(Diagnostic.Kind.LIMIT, message, null).withHint(named(limit)));
    this.limit = limit;
  }

  /** Says where a limit was passed, too. */
  public LimitException(LimitException passed, Diagnostic diagnostic) {
    super(
        passed.getMessage(),
        passed.limit == null ? diagnostic : diagnostic.withHint(named(passed.limit)),
        passed);
    this.limit = passed.limit;
  }

  private static Hint named(Limit limit) {
    return new Hint.Advice("this is the limit `" + limit.key() + "`");
  }

  /** The limit that was passed; null for a number that cannot be set. */
  public Limit limit() {
    return limit;
  }
}
