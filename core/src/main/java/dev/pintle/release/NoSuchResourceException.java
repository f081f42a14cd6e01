package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;

/** A release has no resource that is what was asked for, or more than one. */
public final class NoSuchResourceException extends PintleException {

  private static final long serialVersionUID = 1L;

  NoSuchResourceException(Diagnostic finding) {
    super(finding.message(), finding);
  }
}
