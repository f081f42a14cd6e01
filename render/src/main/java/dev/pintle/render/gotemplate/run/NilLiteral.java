package dev.pintle.render.gotemplate.run;

import dev.pintle.render.function.Parameters;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.values.GoType;

/** {@code nil} as an argument. */
public final class NilLiteral extends Expression {

  public NilLiteral(Operand.Nil nil) {
    super(nil);
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    return null;
  }

  @Override
  Object evalAs(Frame frame, GoType type) {
    frame.at = node();
    if (!Parameters.canBeNil(type)) {
      throw frame.fault("cannot assign nil to " + type.goName());
    }
    return Parameters.zero(type);
  }
}
