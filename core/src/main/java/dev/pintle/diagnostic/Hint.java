package dev.pintle.diagnostic;

/** Something that may help to mend a fault. */
public sealed interface Hint {

  /**
   * Another name was probably meant.
   *
   * @param name what was probably meant, as it is to be written
   * @param origin where that comes from, or null if from no file or flag
   */
  record DidYouMean(String name, Position origin) implements Hint {}

  /**
   * Where a value that has to do with the fault was read.
   *
   * @param what the value, as a template would write it
   * @param origin the file and line, or the flag
   */
  record ComesFrom(String what, Position origin) implements Hint {}

  /**
   * Which value another one takes the place of.
   *
   * @param origin the file and line of the value that counts no more
   */
  record Overrides(Position origin) implements Hint {}

  /**
   * Which line of a template made the rendered text that is at fault.
   *
   * @param origin where the text, or the action that printed it, begins in the template
   * @param sourceLine that line of the template
   */
  record RenderedBy(Position origin, String sourceLine) implements Hint {}

  /**
   * Anything else, in words.
   *
   * @param text a sentence without a full stop
   */
  record Advice(String text) implements Hint {}
}
