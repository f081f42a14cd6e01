package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoType;

/** {@code include} and {@code tpl}: functions of a text and a value that run templates. */
public final class TemplateFunctionCall extends Expression {

  /** What the functions do. */
  public enum Kind {
    INCLUDE("include") {
      @Override
      Object call(Frame frame, Object[] args) {
        return frame.rendering.include(frame, (String) args[0], args[1]);
      }
    },
    TPL("tpl") {
      @Override
      Object call(Frame frame, Object[] args) {
        return frame.rendering.tpl(frame, (String) args[0], args[1]);
      }
    };

    private final Signature signature;

    Kind(String functionName) {
      this.signature = new Signature(functionName, null, GoType.STRING, GoType.ANY);
    }

    abstract Object call(Frame frame, Object[] args);
  }

  private final Kind kind;
  private final Node site;
  private final Expression[] arguments;
  private final Expression piped;

  public TemplateFunctionCall(
      Node identifier, Kind kind, Node site, Expression[] arguments, Expression piped) {
    super(identifier);
    this.kind = kind;
    this.site = site;
    this.arguments = arguments;
    this.piped = piped;
  }

  @Override
  Object eval(Frame frame) {
    Object lastArgument =
        piped == null ? Signature.NOTHING_PIPED : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    Object[] values;
    try {
      values = kind.signature.evaluate(frame, arguments, lastArgument);
    } catch (Fault fault) {
      throw fault.blame(frame, arguments, piped);
    }
    Node last = frame.at;
    frame.at = site; // where the called template will say that it was called
    try {
      Object text = kind.call(frame, values);
      frame.at = last;
      return text;
    } catch (RuntimeException e) {
      throw kind.signature.failure(frame, site, e);
    }
  }
}
