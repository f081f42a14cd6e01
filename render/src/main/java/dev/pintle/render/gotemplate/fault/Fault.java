package dev.pintle.render.gotemplate.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Something failed in a template. Unwinds the evaluator up to the rendering, which makes a {@link
 * TemplateExecutionException} of it; the calls that led there are in the frames.
 */
public final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Scene scene;
  private String functionError;
  private boolean refusal;
  private boolean isPipedValue;
  private transient Culprit culprit;

  /** With Go's message, without place and calls. */
  public Fault(Scene scene, String message) {
    this(scene, message, null);
  }

  private Fault(Scene scene, String message, Throwable cause) {
    super(message, cause, false, false);
    this.scene = scene;
  }

  /** The failure of a function, with the error that it returns; the cause may be null. */
  public static Fault ofFunction(Scene scene, String function, String error, Throwable cause) {
    Fault fault = new Fault(scene, "error calling " + function + ": " + error, cause);
    fault.functionError = error;
    return fault;
  }

  /** The refusal of the chart to be rendered, with its own words. */
  public static Fault refusal(Scene scene, String function, String error) {
    Fault fault = ofFunction(scene, function, error, null);
    fault.refusal = true;
    return fault;
  }

  /** Says what is to blame, unless that is said already. */
  public Fault blame(Culprit newCulprit) {
    if (culprit == null) {
      culprit = newCulprit;
    }
    return this;
  }

  /** Says that the piped operand of a call is to blame, or if the function failed, any operand. */
  public Fault blame(Scene caller, Suspect[] arguments, Suspect piped) {
    if (caller != scene || culprit != null) {
      return this;
    } else if (isPipedValue) {
      culprit = new Culprit.Value(piped);
    } else if (functionError != null) {
      List<Suspect> operands = new ArrayList<>(List.of(arguments));
      if (piped != null) {
        operands.add(piped);
      }
      culprit = new Culprit.Operands(operands);
    }
    return this;
  }

  /** Says that the value that was piped into a call does not fit. */
  public Fault ofPipedValue() {
    isPipedValue = true;
    return this;
  }

  Scene scene() {
    return scene;
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
