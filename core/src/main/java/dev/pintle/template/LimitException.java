package dev.pintle.template;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;

/** A rendering used more than its {@link Limits} allow. */
public final class LimitException extends PintleException {

  private static final long serialVersionUID = 1L;

  /** Says which limit was passed, and its number. */
  public LimitException(String message) {
    super(Diagnostic.Kind.LIMIT, message);
  }

  /** Says where a limit was passed, too. */
  public LimitException(LimitException passed, Diagnostic diagnostic) {
    super(passed.getMessage(), diagnostic, passed);
  }
}
