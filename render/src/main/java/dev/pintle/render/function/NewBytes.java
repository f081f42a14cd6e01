package dev.pintle.render.function;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/**
 * An estimate of the memory that the result of a function call takes, for the limit on what a
 * rendering builds. Only what is new counts: not an argument that is handed back, nor a part of
 * one, nor what a new list or map holds, which was counted when it was made.
 */
public final class NewBytes {

  private static final int BYTES_PER_ITEM = 8;
  private static final int BYTES_PER_ENTRY = 64;

  private NewBytes() {}

  /** How many bytes a result has that its function made. */
  public static long of(Object result, Object[] arguments) {
    if (result instanceof String text) {
      return isArgument(result, arguments) ? 0 : text.length();
    } else if (result instanceof Sequence list) {
      return isArgument(result, arguments) ? 0 : (long) list.size() * BYTES_PER_ITEM;
    } else if (result instanceof Table table) {
      return isArgument(result, arguments) ? 0 : (long) table.size() * BYTES_PER_ENTRY;
    }
    return 0;
  }

  @SuppressWarnings("PMD.CompareObjectsWithEquals") // whether it is the same object is the question
  private static boolean isArgument(Object result, Object[] arguments) {
    for (Object argument : arguments) {
      if (argument == result) {
        return true;
      }
    }
    return false;
  }
}
