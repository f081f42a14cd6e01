package dev.pintle.schema.keyword;

import dev.pintle.go.regexp.GoRegex;
import dev.pintle.limit.Budget;

/**
 * A regular expression as Go has them: RE2's syntax, found anywhere in the text, in linear time.
 *
 * @param text how the schema writes it
 */
record TextPattern(String text, GoRegex regex) {

  /** So many steps of a program take about as long as one of a template. */
  private static final int STEPS_PER_STEP = 32;

  /** How often a matcher looks at a character. */
  private static final long LOOKS = 3;

  /** Up to that product of both sizes, matching does not count by itself. */
  private static final long UNCOUNTED = 1 << 18;

  boolean matches(String value, Budget budget) {
    if ((long) value.length() * regex.programSize() <= UNCOUNTED) {
      budget.worked(1 + LOOKS * value.length() * (1 + regex.programSize() / STEPS_PER_STEP));
    }
    return regex.matches(value, budget);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
