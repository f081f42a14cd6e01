package dev.pintle.render.gotemplate.run;

import dev.pintle.render.function.Function;
import dev.pintle.render.gotemplate.fault.Culprit;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.syntax.Node;
import java.util.List;

/** A function that tells the nil of a map entry from that of a pipeline, as {@code len} does. */
public final class NilAwareCall extends Expression {

  private final Function function;
  private final Node site;
  private final Expression argument;

  public NilAwareCall(Node identifier, Function function, Node site, Expression argument) {
    super(identifier);
    this.function = function;
    this.site = site;
    this.argument = argument;
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    Object value = argument.eval(frame);
    if (value == NilInterface.NIL) {
      frame.at = site;
      throw Fault.ofFunction(frame, function.name(), function.errorOfNilEntry(), null)
          .blame(new Culprit.Operands(List.of(argument)));
    }
    try {
      return function.body().call(frame.rendering.execution(), new Object[] {value});
    } catch (RuntimeException e) {
      throw Signature.of(function).failure(frame, site, e);
    }
  }
}
