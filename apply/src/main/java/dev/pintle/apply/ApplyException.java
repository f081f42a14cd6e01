package dev.pintle.apply;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import java.util.List;
import java.util.Optional;

/**
 * An operation on a release that failed. Its message is Helm's where Helm fails too; {@link
 * #reason()} says what a program may want to tell apart, and {@link #result()} what was done
 * before.
 */
public final class ApplyException extends PintleException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient ApplyResult result;

  /** Why an operation failed. */
  public enum Reason {
    /** The target cannot be reached. */
    UNREACHABLE,
    /** The applier does not have a feature that was asked for. */
    UNSUPPORTED,
    /** There is no such release or revision. */
    NOT_FOUND,
    /** There is such a release already, or it is not in a state in which that can be done. */
    WRONG_STATE,
    /** Somebody else works on the release, or has changed it meanwhile. */
    BUSY,
    /** Objects exist that are not the release's own. */
    NOT_OWNED,
    /** Fields are managed by somebody else. */
    CONFLICT,
    /** The target refuses something: it is not valid, or not allowed. */
    REFUSED,
    /** Objects or hooks failed. */
    FAILED,
    /** It took too long. */
    TIMED_OUT,
    /** Somebody asked to stop. */
    CANCELLED
  }

  /**
   * A failure.
   *
   * @param helmMessage what follows {@code Error: }
   * @param result what was done before, or null if nothing was begun
   * @param cause null if there is none
   */
  public ApplyException(
      Reason reason,
      String helmMessage,
      List<Diagnostic> diagnostics,
      ApplyResult result,
      Throwable cause) {
    super(helmMessage, diagnostics, cause);
    this.reason = reason;
    this.result = result;
  }

  /** A failure before anything was begun, of which only the message is known. */
  public ApplyException(Reason reason, String helmMessage) {
    this(
        reason,
        helmMessage,
        List.of(Diagnostic.of(Diagnostic.Kind.APPLY, helmMessage, null)),
        null,
        null);
  }

  /** Why it failed. */
  public Reason reason() {
    return reason;
  }

  /** What was done before it failed, if anything was begun. */
  public Optional<ApplyResult> result() {
    return Optional.ofNullable(result);
  }
}
