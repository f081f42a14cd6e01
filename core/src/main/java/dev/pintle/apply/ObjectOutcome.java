package dev.pintle.apply;

import dev.pintle.diagnostic.Diagnostic;

/**
 * What became of one object.
 *
 * @param source the template that made it, empty if that is not known
 * @param failure why it failed or was not tried, or null
 */
public record ObjectOutcome(ObjectRef object, Action action, String source, Diagnostic failure) {

  /** What was done, or would be. */
  public enum Action {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** Deleted, since the release has it no more. */
    DELETED,
    /** The release has it no more, and it was left alone as its resource policy asks. */
    KEPT,
    /** Tried, and not done. */
    FAILED,
    /** Not tried, since something else failed before. */
    NOT_TRIED
  }
}
