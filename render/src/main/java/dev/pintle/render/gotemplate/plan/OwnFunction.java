package dev.pintle.render.gotemplate.plan;

import dev.pintle.render.gotemplate.run.AndOr;
import dev.pintle.render.gotemplate.run.CallOfNothing;
import dev.pintle.render.gotemplate.run.Expression;
import dev.pintle.render.gotemplate.run.Misuse;
import dev.pintle.render.gotemplate.run.TemplateFunctionCall;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Operand;
import java.util.Set;

/**
 * The functions that belong to the evaluator and not to a registry, since they decide what is
 * evaluated, or run templates.
 */
public enum OwnFunction {
  AND("and") {
    @Override
    Expression call(Operand.Identifier name, Node site, Expression[] arguments, Expression piped) {
      return orTooFew(name, arguments, piped, new AndOr(name, false, arguments, piped));
    }
  },
  OR("or") {
    @Override
    Expression call(Operand.Identifier name, Node site, Expression[] arguments, Expression piped) {
      return orTooFew(name, arguments, piped, new AndOr(name, true, arguments, piped));
    }
  },
  CALL("call") {
    @Override
    Expression call(Operand.Identifier name, Node site, Expression[] arguments, Expression piped) {
      return orTooFew(name, arguments, piped, new CallOfNothing(name, site, arguments, piped));
    }
  },
  INCLUDE("include") {
    @Override
    Expression call(Operand.Identifier name, Node site, Expression[] arguments, Expression piped) {
      return new TemplateFunctionCall(
          name, TemplateFunctionCall.Kind.INCLUDE, site, arguments, piped);
    }
  },
  TPL("tpl") {
    @Override
    Expression call(Operand.Identifier name, Node site, Expression[] arguments, Expression piped) {
      return new TemplateFunctionCall(name, TemplateFunctionCall.Kind.TPL, site, arguments, piped);
    }
  };

  /** What the templates of charts have. */
  public static final Set<OwnFunction> OF_CHARTS = Set.of(values());

  /** What Go has by itself. */
  public static final Set<OwnFunction> OF_GO = Set.of(AND, OR, CALL);

  private final String functionName;

  OwnFunction(String functionName) {
    this.functionName = functionName;
  }

  /** The function of that name, or null. */
  static OwnFunction find(String name) {
    for (OwnFunction function : OF_CHARTS) {
      if (function.functionName.equals(name)) {
        return function;
      }
    }
    return null;
  }

  String functionName() {
    return functionName;
  }

  /** A call, with what is evaluated first and passed last, or null. */
  abstract Expression call(
      Operand.Identifier name, Node site, Expression[] arguments, Expression piped);

  private static Expression orTooFew(
      Operand.Identifier name, Expression[] arguments, Expression piped, Expression call) {
    return arguments.length == 0 && piped == null
        ? new Misuse(
            name, null, "wrong number of args for " + name.name() + ": want at least 1 got 0")
        : call;
  }
}
