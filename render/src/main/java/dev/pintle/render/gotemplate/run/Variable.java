package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.syntax.Operand;

/** A variable without fields. */
public final class Variable extends Expression {

  private final int slot;

  public Variable(Operand.Variable variable, int slot) {
    super(variable);
    this.slot = slot;
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    return frame.variable(slot);
  }
}
