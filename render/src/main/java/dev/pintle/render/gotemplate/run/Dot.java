package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.syntax.Operand;

/** The value at hand. */
public final class Dot extends Expression {

  public Dot(Operand.Dot dot) {
    super(dot);
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    return frame.dot;
  }
}
