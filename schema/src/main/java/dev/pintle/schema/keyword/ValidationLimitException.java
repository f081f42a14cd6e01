package dev.pintle.schema.keyword;

/** A schema asked for more than a validation may spend. */
public final class ValidationLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ValidationLimitException(String message) {
    super(message, null, false, false);
  }
}
