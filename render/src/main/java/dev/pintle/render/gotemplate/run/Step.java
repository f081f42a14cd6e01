package dev.pintle.render.gotemplate.run;

/** A statement ready to run. Immutable. */
public abstract class Step {

  /** How a step ends. */
  public enum Flow {
    /** The next one follows. */
    ON,
    /** The innermost range ends. */
    BREAK,
    /** The innermost range goes on with its next element. */
    CONTINUE
  }

  abstract Flow run(Frame frame);
}
