package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.util.function.Function;

/**
 * An object on the server that may be deleted, and by which right. The factories here are the only
 * ways to a {@link Deletion}; docs/ownership.md has them all in a table. What may go is one certain
 * object, known by its UID, and not whatever has its name by then. Immutable.
 */
final class Owned {

  /** The objection of an object that asks for it, in its resource policy. */
  static final String KEPT = "it asks to be kept";

  private final TargetObject object;
  private final Table seen;
  private final Function<Table, String> objection;
  private final boolean byState;

  private Owned(
      TargetObject object, Table seen, Function<Table, String> objection, boolean byState) {
    this.object = object;
    this.seen = seen;
    this.objection = objection;
    this.byState = byState;
  }

  /**
   * What this operation itself has made, or found to be its own when it wrote it. Nothing that is
   * done to it afterwards makes it somebody else's.
   *
   * @param answer the server's answer to the write
   */
  static Owned written(TargetObject object, Table answer) {
    return new Owned(object, answer, live -> "", false);
  }

  /**
   * What a revision of the release lists: unless it is another release's now, or somebody made it
   * anew by hand.
   *
   * @param live its metadata as it was seen
   */
  static Owned released(TargetObject object, Table live, Ownership ownership) {
    return new Owned(object, live, ownership::objection, true);
  }

  /** The same of what an upgrade leaves behind; that stays if it asks to be kept. */
  static Owned abandoned(TargetObject object, Table live, Ownership ownership) {
    return new Owned(
        object, live, now -> Ownership.isKept(now) ? KEPT : ownership.objection(now), true);
  }

  /**
   * What stands where a hook is to be made. Its policy {@code before-hook-creation} takes that
   * away, whoever made it, as Helm does; but not what says that it is another release's.
   */
  static Owned inTheWay(TargetObject object, Table live, Ownership ownership) {
    return new Owned(object, live, ownership::objectionOfAnother, true);
  }

  TargetObject object() {
    return object;
  }

  /** Its metadata as it was seen when the right was stated. */
  Table seen() {
    return seen;
  }

  String uid() {
    return uid(seen);
  }

  static String uid(Table live) {
    return Fields.metadata(live, "uid");
  }

  /** True if its state decides whether it may go, and not only which object it is. */
  boolean isByState() {
    return byState;
  }

  /** Why it may not go in the state in which it is now; empty if it may. */
  String objection(Table now) {
    return objection.apply(now);
  }
}
