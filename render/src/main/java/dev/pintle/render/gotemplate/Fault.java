package dev.pintle.render.gotemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * Something failed in a template. Unwinds the evaluator up to the rendering, which makes a {@link
 * TemplateExecutionException} of it; the calls that led there are in the frames.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Frame frame;
  private String functionError;
  private boolean refusal;
  private boolean isPipedValue;
  private transient Culprit culprit;

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

  /** Says what is to blame, unless that is said already. */
  Fault blame(Culprit newCulprit) {
    if (culprit == null) {
      culprit = newCulprit;
    }
    return this;
  }

  /** Says that the piped operand of a call is to blame, or if the function failed, any operand. */
  Fault blame(Frame caller, Expression[] arguments, Expression piped) {
    if (caller != frame || culprit != null) {
      return this;
    } else if (isPipedValue) {
      culprit = new Culprit.Value(piped);
    } else if (functionError != null) {
      List<Expression> operands = new ArrayList<>(List.of(arguments));
      if (piped != null) {
        operands.add(piped);
      }
      culprit = new Culprit.Operands(operands);
    }
    return this;
  }

  /** Says that the value that was piped into a call does not fit. */
  Fault ofPipedValue() {
    isPipedValue = true;
    return this;
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

  /** What is to blame; null if nothing in particular is. */
  Culprit culprit() {
    return culprit;
  }
}
