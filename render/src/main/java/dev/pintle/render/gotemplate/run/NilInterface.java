package dev.pintle.render.gotemplate.run;

/**
 * The nil that a map entry or list element holds, kept apart from the nil that a pipeline gives.
 *
 * <p>Go's templates have two: a field of the second ({@code (.a).b}) is nothing again, a field of
 * the first ({@code .a.b}) is the error {@code nil pointer evaluating interface {}.b}. {@code null}
 * stands for the second. This one never leaves the evaluator: functions get {@code null} for both.
 */
final class NilInterface {

  /** The only one. */
  static final Object NIL = new NilInterface();

  private NilInterface() {}

  /** What a pipeline makes of a value: its own nil of any nil. */
  static Object strip(Object value) {
    return value == NIL ? null : value;
  }

  /** What a map entry or list element is to the evaluator. */
  static Object wrap(Object value) {
    return value == null ? NIL : value;
  }
}
