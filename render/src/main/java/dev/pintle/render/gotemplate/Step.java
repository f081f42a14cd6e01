package dev.pintle.render.gotemplate;

/** A statement ready to run. Immutable. */
abstract class Step {

  /** How a step ends. */
  enum Flow {
    /** The next one follows. */
    ON,
    /** The innermost range ends. */
    BREAK,
    /** The innermost range goes on with its next element. */
    CONTINUE
  }

  abstract Flow run(Frame frame);
}
