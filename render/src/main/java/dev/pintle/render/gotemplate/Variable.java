package dev.pintle.render.gotemplate;

import dev.pintle.render.gotemplate.syntax.Operand;

/** A variable without fields. */
final class Variable extends Expression {

  private final int slot;

  Variable(Operand.Variable variable, int slot) {
    super(variable);
    this.slot = slot;
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    return frame.variable(slot);
  }
}
