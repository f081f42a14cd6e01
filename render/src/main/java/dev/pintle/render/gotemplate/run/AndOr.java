package dev.pintle.render.gotemplate.run;

import dev.pintle.render.function.Truth;
import dev.pintle.render.gotemplate.syntax.Node;

/** {@code and} and {@code or}: the first argument that decides, the rest is not evaluated. */
public final class AndOr extends Expression {

  private final boolean decisive;
  private final Expression[] arguments;
  private final Expression piped;

  /** At least one argument, or something piped. */
  public AndOr(Node identifier, boolean decisive, Expression[] arguments, Expression piped) {
    super(identifier);
    this.decisive = decisive;
    this.arguments = arguments;
    this.piped = piped;
  }

  @Override
  Object eval(Frame frame) {
    Object last = piped == null ? null : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    Object value = null;
    for (Expression argument : arguments) {
      value = argument.eval(frame);
      if (Truth.of(NilInterface.strip(value)) == decisive) {
        return value;
      }
    }
    return piped == null ? value : last;
  }
}
