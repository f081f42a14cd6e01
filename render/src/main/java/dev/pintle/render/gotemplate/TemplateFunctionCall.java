package dev.pintle.render.gotemplate;

import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoType;
import java.util.List;

/** {@code include} and {@code tpl}: functions of a text and a value that run templates. */
final class TemplateFunctionCall extends Expression {

  private static final List<GoType> PARAMETERS = List.of(GoType.STRING, GoType.ANY);

  /** What the functions do. */
  enum Kind {
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

    private final String functionName;

    Kind(String functionName) {
      this.functionName = functionName;
    }

    String functionName() {
      return functionName;
    }

    abstract Object call(Frame frame, Object[] args);
  }

  private final Kind kind;
  private final Node site;
  private final Expression[] arguments;
  private final Expression piped;

  TemplateFunctionCall(
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
        piped == null ? Call.NOTHING_PIPED : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    Object[] values =
        Call.arguments(frame, kind.functionName, PARAMETERS, null, arguments, lastArgument);
    Node last = frame.at;
    frame.at = site; // where the called template will say that it was called
    Object text = Call.guarded(frame, kind.functionName, site, values, kind::call);
    frame.at = last;
    return text;
  }
}
