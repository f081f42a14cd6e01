package dev.pintle.render.regex;

import dev.pintle.template.Execution;

/**
 * A text that counts how often a matcher looks at it. For each char a matcher may walk the whole
 * program of its pattern, and nothing else stops it in between.
 */
final class MeteredText implements CharSequence {

  private static final long SMALL = 1 << 18;
  private static final int INSTRUCTIONS_PER_STEP = 16;
  private static final int LOOKS_BETWEEN_COUNTS = 256;

  private final String text;
  private final Execution execution;
  private final long stepsPerCount;
  private int looks;

  private MeteredText(String text, int programSize, Execution execution) {
    this.text = text;
    this.execution = execution;
    this.stepsPerCount =
        Math.max(1, (long) programSize * LOOKS_BETWEEN_COUNTS / INSTRUCTIONS_PER_STEP);
  }

  /** The text itself where matching cannot take long, since strings are searched faster. */
  static CharSequence of(String text, int programSize, Execution execution) {
    return (long) text.length() * programSize <= SMALL
        ? text
        : new MeteredText(text, programSize, execution);
  }

  @Override
  public char charAt(int index) {
    if (++looks == LOOKS_BETWEEN_COUNTS) {
      looks = 0;
      execution.worked(stepsPerCount);
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
