package dev.pintle.render.gotemplate;

import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoType;

/** Something that has a value. Immutable; what it needs of a rendering it takes from the frame. */
abstract class Expression {

  private final Node node;

  Expression(Node node) {
    this.node = node;
  }

  final Node node() {
    return node;
  }

  /**
   * Computes the value. Nil is {@code null}, or {@link NilInterface#NIL} where it is an element of
   * a map or list.
   */
  abstract Object eval(Frame frame);

  /** Computes the value for a parameter of some type; nil is {@code null}. */
  Object evalAs(Frame frame, GoType type) {
    Object value = eval(frame);
    try {
      return Assignment.to(type, value, frame);
    } catch (Fault fault) {
      throw fault.blame(new Culprit.Value(this));
    }
  }
}
