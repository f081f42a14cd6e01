package dev.pintle.render.gotemplate;

import dev.pintle.render.function.Function;
import dev.pintle.render.gotemplate.syntax.Node;

/** The call of a function that needs nothing of the template. */
final class FunctionCall extends Expression {

  private final Function function;
  private final Node site;
  private final Expression[] arguments;
  private final Expression piped;

  /**
   * A call.
   *
   * @param identifier the function's name
   * @param site what Go names if the function fails: the whole command
   * @param piped what is evaluated first and passed last, or null
   */
  FunctionCall(
      Node identifier, Function function, Node site, Expression[] arguments, Expression piped) {
    super(identifier);
    this.function = function;
    this.site = site;
    this.arguments = arguments;
    this.piped = piped;
  }

  @Override
  Object eval(Frame frame) {
    Object last = piped == null ? Call.NOTHING_PIPED : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    return Call.function(frame, function, site, arguments, last);
  }
}
