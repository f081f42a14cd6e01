package dev.pintle.render.gotemplate;

import dev.pintle.render.gotemplate.syntax.Operand;

/** The value at hand. */
final class Dot extends Expression {

  Dot(Operand.Dot dot) {
    super(dot);
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    return frame.dot;
  }
}
