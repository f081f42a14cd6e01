package dev.pintle.apply;

import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.release.Hook;
import java.util.List;

/** One step of an operation. */
public sealed interface Progress {

  /** The operation begins. */
  record Started(Operation operation, String name, String namespace, int revision)
      implements Progress {}

  /** A revision was recorded in a state. */
  record Recorded(int revision, ReleaseStatus status, String description) implements Progress {}

  /** A revision that somebody left unfinished is taken over. */
  record Recovered(int revision, ReleaseStatus was, String holder) implements Progress {}

  /** Somebody else may be working on the release; it is being found out. */
  record AwaitingHold(String holder) implements Progress {}

  /**
   * Something was done with an object.
   *
   * @param done how many of them are done, this one included
   * @param total how many there are
   */
  record ObjectDone(ObjectOutcome outcome, int done, int total) implements Progress {}

  /** A hook begins to run. */
  record HookStarted(Hook.Event event, ObjectRef object) implements Progress {}

  /** A hook has ended. */
  record HookDone(HookOutcome outcome) implements Progress {}

  /**
   * What a container of a hook has printed, where its {@code helm.sh/hook-output-log-policy} asks
   * for that: when it has failed, or before those that succeeded are deleted, the last one first.
   */
  record HookPrinted(ObjectRef hook, String text) implements Progress {}

  /**
   * Objects are waited for; told anew whenever something changes.
   *
   * @param notReady those that are not what they shall be yet
   * @param total how many are waited for
   */
  record Waiting(List<Readiness> notReady, int total) implements Progress {

    /** The list is copied. */
    public Waiting {
      notReady = List.copyOf(notReady);
    }
  }

  /** The operation has failed, and what it did is being undone. */
  record Undoing(Operation by, String why) implements Progress {}
}
