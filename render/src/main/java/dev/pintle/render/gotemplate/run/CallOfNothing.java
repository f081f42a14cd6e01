package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoType;

/** The function {@code call}: no value in a chart is a function, so that it always fails. */
public final class CallOfNothing extends Expression {

  private final Node site;
  private final Expression[] arguments;
  private final Expression piped;

  public CallOfNothing(Node identifier, Node site, Expression[] arguments, Expression piped) {
    super(identifier);
    this.site = site;
    this.arguments = arguments;
    this.piped = piped;
  }

  @Override
  Object eval(Frame frame) {
    Object last = piped == null ? null : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    Object callee = last;
    String name = null;
    for (int i = 0; i < arguments.length; i++) {
      Object value = arguments[i].evalAs(frame, GoType.ANY);
      if (i == 0) {
        callee = value;
        name = arguments[0].node().source();
      }
    }
    frame.at = site;
    if (callee == null) {
      throw Fault.ofFunction(frame, "call", "call of nil", null);
    }
    String type = GoType.nameOf(callee);
    if (name == null) {
      name = callee instanceof String text ? text : '<' + type + " Value>";
    }
    throw Fault.ofFunction(frame, "call", "non-function " + name + " of type " + type, null);
  }
}
