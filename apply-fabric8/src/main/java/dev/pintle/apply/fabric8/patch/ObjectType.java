package dev.pintle.apply.fabric8.patch;

/**
 * A type of objects, as far as it matters for patches: how each of its fields is patched. Immutable
 * or at least safe for use by several threads.
 */
@FunctionalInterface
public interface ObjectType {

  /** A type of which nothing is known: whatever is no table is replaced as a whole. */
  ObjectType UNKNOWN = key -> new Field(Field.Strategy.DEFAULT, false, "", anything());

  private static ObjectType anything() {
    return ObjectType.UNKNOWN;
  }

  /**
   * A field that holds a table or a list.
   *
   * @throws PatchException if the type has none of that name
   */
  Field field(String key);

  /**
   * How a field is patched.
   *
   * @param retainsKeys whether a patch says which keys stay, so that others go
   * @param mergeKey what tells the items of a list apart; empty if they are told apart as a whole
   * @param type of what the field holds, or of the items of its list
   */
  record Field(Strategy strategy, boolean retainsKeys, String mergeKey, ObjectType type) {

    /** What a patch does with an old value. */
    enum Strategy {
      /** Tables are merged, all else is replaced. */
      DEFAULT,
      /** Lists are merged too. */
      MERGE,
      /** Tables are replaced too. */
      REPLACE
    }

    boolean mergesLists() {
      return strategy == Strategy.MERGE;
    }

    boolean replaces() {
      return strategy == Strategy.REPLACE;
    }
  }
}
