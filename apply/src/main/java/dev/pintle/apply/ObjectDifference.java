package dev.pintle.apply;

import dev.pintle.values.Table;
import java.util.List;

/**
 * What is not the same in an object's two sides: as it is, and as it is to be. Values of secrets
 * are masked.
 *
 * @param source the template that made the object, empty if that is not known
 * @param fields what differs; empty for an object that is on one side only, and for one of which it
 *     is only known that it was changed: then both sides are null
 * @param before the object as it is, without what the server adds of its own; null if it is not
 *     there
 * @param after the object as it is to be, in the same form; null if it is to go
 */
public record ObjectDifference(
    ObjectRef object,
    Kind kind,
    String source,
    List<FieldDifference> fields,
    Table before,
    Table after) {

  /** How the two sides differ. */
  public enum Kind {
    /** They do not. */
    SAME,
    /** The object is to be made; for drift: it is missing. */
    ADDED,
    /** Fields differ. */
    CHANGED,
    /** The object is to go. */
    REMOVED,
    /** The object is to go from the release, and stays where it is: its resource policy says so. */
    KEPT
  }

  /** The list is copied. */
  public ObjectDifference {
    fields = List.copyOf(fields);
  }
}
