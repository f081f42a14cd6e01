package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.fault.Culprit;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.fault.Suspect;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoType;

/** Something that has a value. Immutable; what it needs of a rendering it takes from the frame. */
public abstract class Expression implements Suspect {

  private final Node node;

  Expression(Node node) {
    this.node = node;
  }

  @Override
  public final Node node() {
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
