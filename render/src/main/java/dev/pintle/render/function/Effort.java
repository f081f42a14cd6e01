package dev.pintle.render.function;

import dev.pintle.template.Execution;

/** What functions count towards the limits of an execution, beside what they give back. */
public final class Effort {

  /** What an item of a list counts towards the limit of what a function may build. */
  private static final long BYTES_PER_ITEM = 16;

  /** A template's step takes about as long as to compare so many characters. */
  private static final int COMPARED_IN_A_STEP = 64;

  private Effort() {}

  /** To be asked before a function builds a list of that many items. */
  public static void willBuildItems(Execution execution, long count) {
    boolean tooMany = count < 0 || count > Long.MAX_VALUE / BYTES_PER_ITEM;
    execution.willBuild(tooMany ? Long.MAX_VALUE : count * BYTES_PER_ITEM);
  }

  /** Counts the comparison of texts in a function that makes many. */
  public static void compared(Execution execution, int length) {
    execution.worked(1 + length / COMPARED_IN_A_STEP);
  }
}
