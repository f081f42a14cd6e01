package dev.pintle.go.regexp;

import dev.pintle.limit.Budget;

/**
 * A text that counts how often a matcher looks at it. For each char a matcher may walk the whole
 * program of its pattern, and nothing else looks at the clock in between.
 */
final class MeteredText implements CharSequence {

  private static final long SMALL = 1 << 18;
  private static final int MAX_LOOKS_BETWEEN_COUNTS = 4096;

  /** So many steps of a program take about as long as one of a template. */
  private static final int STEPS_PER_STEP = 32;

  private final String text;
  private final Budget budget;
  private final int looksBetweenCounts;
  private final long stepsBetweenCounts;
  private int looks;

  private MeteredText(String text, int programSize, Budget budget) {
    this.text = text;
    this.budget = budget;
    this.looksBetweenCounts =
        (int) Math.max(1, Math.min(SMALL / programSize, MAX_LOOKS_BETWEEN_COUNTS));
    this.stepsBetweenCounts = looksBetweenCounts * (1L + programSize / STEPS_PER_STEP);
  }

  /** The text itself where matching cannot take long, since strings are searched faster. */
  static CharSequence of(String text, int programSize, Budget budget) {
    return (long) text.length() * programSize <= SMALL
        ? text
        : new MeteredText(text, programSize, budget);
  }

  @Override
  public char charAt(int index) {
    if (++looks == looksBetweenCounts) {
      looks = 0;
      budget.worked(stepsBetweenCounts);
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
