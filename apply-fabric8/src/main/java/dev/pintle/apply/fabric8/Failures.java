package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.LimitException;
import dev.pintle.release.manifest.ReleaseName;
import java.util.List;

/** Failures of steps. */
final class Failures {

  private Failures() {}

  /**
   * A failure with a message.
   *
   * @param cause null if there is none
   */
  static ApplyException of(Reason reason, String message, Throwable cause) {
    return new ApplyException(
        reason, message, List.of(Diagnostic.of(Diagnostic.Kind.APPLY, message, null)), null, cause);
  }

  /** A failure of a request that no step has words for. */
  static ApplyException of(ApiException e) {
    if (e.getCause() instanceof LimitException limit) {
      return new ApplyException(reason(e), e.getMessage(), limit.diagnostics(), null, e);
    }
    return of(reason(e), e.getMessage(), e);
  }

  /** An object that could not be sent. */
  static ApplyException of(SendException e) {
    return of(e.answer().map(Failures::reason).orElse(Reason.REFUSED), e.getMessage(), e);
  }

  /** What nobody expected while a revision was under way. */
  static ApplyException unexpected(Throwable e) {
    if (e instanceof PintleException said) {
      return new ApplyException(Reason.FAILED, said.getMessage(), said.diagnostics(), null, said);
    }
    String what = e.getMessage() == null ? "" : ": " + e.getMessage();
    return of(Reason.FAILED, "unexpected " + e.getClass().getSimpleName() + what, e);
  }

  private static Reason reason(ApiException e) {
    return e.code() == ApiException.NO_ANSWER
        ? Reason.UNREACHABLE
        : e.isNotFound() ? Reason.NOT_FOUND : Reason.REFUSED;
  }

  /** The same failure with other words before its message. */
  static ApplyException prefixed(String prefix, ApplyException e) {
    return prefix.isEmpty()
        ? e
        : new ApplyException(
            e.reason(), prefix + e.getMessage(), e.diagnostics(), e.result().orElse(null), e);
  }

  /**
   * Refuses what is no name of a release.
   *
   * @param what how Helm calls it where it is asked for
   */
  static void requireName(String what, String name) {
    if (!ReleaseName.isValid(name)) {
      throw new ApplyException(Reason.REFUSED, what + " name is invalid: " + name);
    }
  }

  /** There is no such release. */
  static ApplyException notFound() {
    return new ApplyException(Reason.NOT_FOUND, "release: not found");
  }
}
