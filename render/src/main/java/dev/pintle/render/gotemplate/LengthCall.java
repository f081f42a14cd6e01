package dev.pintle.render.gotemplate;

import dev.pintle.render.function.Function;
import dev.pintle.render.gotemplate.syntax.Node;
import java.util.List;

/** {@code len}: the one function that tells the nil of a map entry from that of a pipeline. */
final class LengthCall extends Expression {

  private final Function length;
  private final Node site;
  private final Expression argument;

  LengthCall(Node identifier, Function length, Node site, Expression argument) {
    super(identifier);
    this.length = length;
    this.site = site;
    this.argument = argument;
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    Object value = argument.eval(frame);
    if (value == NilInterface.NIL) {
      frame.at = site;
      throw Fault.ofFunction(frame, length.name(), "len of nil pointer", null)
          .blame(new Culprit.Operands(List.of(argument)));
    }
    try {
      return length.body().call(frame.rendering.execution(), new Object[] {value});
    } catch (RuntimeException e) {
      throw Signature.of(length).failure(frame, site, e);
    }
  }
}
