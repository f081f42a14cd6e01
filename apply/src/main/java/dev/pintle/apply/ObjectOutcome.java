package dev.pintle.apply;

import dev.pintle.diagnostic.Diagnostic;
import java.util.List;

/**
 * What became of one object.
 *
 * @param source the template that made it, empty if that is not known
 * @param failure why it failed or was not tried, or null
 * @param conflicts the fields that others manage, if that is why
 */
public record ObjectOutcome(
    ObjectRef object,
    Action action,
    String source,
    Diagnostic failure,
    List<FieldConflict> conflicts) {

  /**
   * A field that somebody else manages.
   *
   * @param path such as {@code .spec.replicas}
   * @param manager who does
   */
  public record FieldConflict(String path, String manager) {}

  /** The list is copied. */
  public ObjectOutcome {
    conflicts = List.copyOf(conflicts);
  }

  /** What became of an object that did not fail. */
  public static ObjectOutcome of(ObjectRef object, Action action, String source) {
    return new ObjectOutcome(object, action, source, null, List.of());
  }

  /** An object that failed. */
  public static ObjectOutcome failed(ObjectRef object, String source, Diagnostic failure) {
    return new ObjectOutcome(object, Action.FAILED, source, failure, List.of());
  }

  /** What was done, or would be. */
  public enum Action {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** Deleted, since the release has it no more. */
    DELETED,
    /** The release has it no more, and it was left alone as its resource policy asks. */
    KEPT,
    /** The release has it no more, and it was left alone: another's, or made anew by somebody. */
    NOT_OURS,
    /** Tried, and not done. */
    FAILED,
    /** Not tried, since something else failed before. */
    NOT_TRIED
  }
}
