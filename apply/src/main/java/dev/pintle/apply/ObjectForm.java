package dev.pintle.apply;

/** In which form a {@link LiveStatus} has the objects themselves, besides saying how they are. */
public enum ObjectForm {
  /** Not at all. */
  NONE,
  /** As they are: each a table with {@code apiVersion}, {@code kind} and the rest. */
  WHOLE,
  /**
   * As the target would show them to people: each a {@code Table} of the API {@code meta.k8s.io},
   * with definitions of columns and a row for each object.
   */
  TABLE
}
