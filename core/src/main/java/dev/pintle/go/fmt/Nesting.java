package dev.pintle.go.fmt;

import dev.pintle.limit.LimitException;

/**
 * How deep a value may be nested for functions that walk all of it. A template can put a map into
 * itself; Go runs out of stack then, and dies.
 */
public final class Nesting {

  private static final int MAX_DEPTH = 1000;

  private Nesting() {}

  /** To be asked before going into a value that lies in that many others. */
  public static void check(int depth) {
    if (depth >= MAX_DEPTH) {
      throw new LimitException("a value is nested more than " + MAX_DEPTH + " deep");
    }
  }
}
