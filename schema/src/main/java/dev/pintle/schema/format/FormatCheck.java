package dev.pintle.schema.format;

import dev.pintle.limit.Budget;

/** One format: what strings have to look like. */
@FunctionalInterface
public interface FormatCheck {

  /** Checks a string; takes time in proportion to its length. */
  void check(String text) throws FormatException;

  /** Checks a string; what takes longer counts as work of a budget. */
  default void check(String text, Budget budget) throws FormatException {
    check(text);
  }
}
