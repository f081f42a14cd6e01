package dev.pintle.apply;

import java.time.Instant;

/**
 * One field of an object that is not the same on two sides.
 *
 * @param path where it is, such as {@code spec.template.spec.containers[name=app].image}
 * @param before its value now, as {@link dev.pintle.values.Table} holds values; null if it has none
 * @param after what it is to be; null if it is to have none
 * @param manager who set it last, by the name in the object's managed fields or of the commit's
 *     author; empty if not known
 * @param changedAt when that was, or null if it is not known
 */
public record FieldDifference(
    String path, Object before, Object after, String manager, Instant changedAt) {

  /** What stands in place of a value that must not be shown. */
  public static final String MASKED = "***";

  /** The same where it is not the value that it was. */
  public static final String MASKED_CHANGED = "*** (changed)";
}
