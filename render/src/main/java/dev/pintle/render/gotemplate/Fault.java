package dev.pintle.render.gotemplate;

/**
 * Something failed in a template. Unwinds the evaluator up to the rendering, which makes a {@link
 * TemplateExecutionException} of it; the calls that led there are in the frames.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Frame frame;
  private String functionError;
  private boolean refusal;
  private transient Spot spot;
  private String note;
  private String hint;

  /** With Go's message, without place and calls. */
  Fault(Frame frame, String message) {
    this(frame, message, null);
  }

  private Fault(Frame frame, String message, Throwable cause) {
    super(message, cause, false, false);
    this.frame = frame;
  }

  /** The failure of a function, with the error that it returns; the cause may be null. */
  static Fault ofFunction(Frame frame, String function, String error, Throwable cause) {
    Fault fault = new Fault(frame, "error calling " + function + ": " + error, cause);
    fault.functionError = error;
    return fault;
  }

  /** The refusal of the chart to be rendered, with its own words. */
  static Fault refusal(Frame frame, String function, String error) {
    Fault fault = ofFunction(frame, function, error, null);
    fault.refusal = true;
    return fault;
  }

  /** Adds what is known beyond Go's message; null for nothing. */
  Fault with(String newNote, String newHint) {
    note = newNote;
    hint = newHint;
    return this;
  }

  /** Says which part of the template is at fault, if it is not what Go names. */
  Fault pointAt(Spot newSpot) {
    spot = newSpot;
    return this;
  }

  Spot spot() {
    return spot == null ? Spot.of(frame.at) : spot;
  }

  Frame frame() {
    return frame;
  }

  /** The error that a function returned; null if no function failed. */
  String functionError() {
    return functionError;
  }

  boolean isRefusal() {
    return refusal;
  }

  String note() {
    return note;
  }

  String hint() {
    return hint;
  }
}
