package dev.pintle.render.gotemplate;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoType;
import java.util.List;

/**
 * The call of a function or method: checks the number of arguments, evaluates them for the types of
 * the parameters, and tells the errors that the function returns as Go does.
 */
final class Call {

  /** Stands for the missing value of a command that nothing is piped into. */
  static final Object NOTHING_PIPED = new Object();

  private Call() {}

  /** What is called once the arguments are there. */
  @FunctionalInterface
  interface Body {
    Object call(Frame frame, Object[] arguments);
  }

  /** Calls a function that needs nothing of the template. */
  static Object function(
      Frame frame, Function function, Node site, Expression[] arguments, Object piped) {
    Object[] values =
        arguments(
            frame, function.name(), function.parameters(), function.variadic(), arguments, piped);
    return guarded(
        frame,
        function.name(),
        site,
        values,
        (caller, args) -> function.body().call(caller.rendering.execution(), args));
  }

  /** Evaluates arguments for parameters. */
  static Object[] arguments(
      Frame frame,
      String name,
      List<GoType> parameters,
      GoType variadic,
      Expression[] arguments,
      Object piped) {
    boolean isPiped = piped != NOTHING_PIPED;
    int fixed = parameters.size();
    int count = arguments.length + (isPiped ? 1 : 0);
    if (variadic == null && count != fixed) {
      throw frame.fault("wrong number of args for " + name + ": want " + fixed + " got " + count);
    } else if (count < fixed) {
      throw frame.fault(
          "wrong number of args for "
              + name
              + ": want at least "
              + fixed
              + " got "
              + arguments.length);
    }
    Object[] values = new Object[count];
    for (int i = 0; i < arguments.length; i++) {
      values[i] = arguments[i].evalAs(frame, i < fixed ? parameters.get(i) : variadic);
    }
    if (isPiped) {
      int last = count - 1;
      values[last] = Assignment.to(last < fixed ? parameters.get(last) : variadic, piped, frame);
    }
    return values;
  }

  /** Calls, and tells what goes wrong as the failure of a command. */
  static Object guarded(Frame frame, String name, Node site, Object[] arguments, Body body) {
    try {
      return body.call(frame, arguments);
    } catch (FunctionException e) {
      frame.at = site;
      throw e.isRefusal()
          ? Fault.refusal(frame, name, e.getMessage())
          : Fault.ofFunction(frame, name, e.getMessage(), e);
    } catch (Fault | PintleException e) {
      throw e;
    } catch (RuntimeException e) {
      frame.at = site;
      // A panic in Go: the function met what its author did not think of.
      throw Fault.ofFunction(frame, name, e.toString(), e);
    }
  }
}
