package dev.pintle.render.gotemplate.run;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;

/**
 * What is called with arguments: its name and the types of its parameters. Checks the number of
 * arguments, evaluates them for the types, and tells the errors of functions as Go does.
 */
final class Signature {

  /** Stands for the missing value of a command that nothing is piped into. */
  static final Object NOTHING_PIPED = new Object();

  private final String name;
  private final GoType[] fixed;
  private final GoType variadic;

  /** With the type of all further arguments, or null if there are none. */
  Signature(String name, GoType variadic, GoType... fixed) {
    this.name = name;
    this.variadic = variadic;
    this.fixed = fixed;
  }

  static Signature of(Function function) {
    return new Signature(
        function.name(), function.variadic(), function.parameters().toArray(new GoType[0]));
  }

  /** Evaluates arguments, the piped one last. */
  Object[] evaluate(Frame frame, Expression[] arguments, Object piped) {
    boolean isPiped = piped != NOTHING_PIPED;
    int count = arguments.length + (isPiped ? 1 : 0);
    if (variadic == null ? count != fixed.length : count < fixed.length) {
      throw wrongNumber(frame, arguments.length, count);
    }
    Object[] values = new Object[count];
    for (int i = 0; i < arguments.length; i++) {
      values[i] = passed(arguments[i].evalAs(frame, i < fixed.length ? fixed[i] : variadic));
    }
    if (isPiped) {
      int last = count - 1;
      try {
        GoType type = last < fixed.length ? fixed[last] : variadic;
        values[last] = passed(Assignment.to(type, piped, frame));
      } catch (Fault fault) {
        throw fault.ofPipedValue();
      }
    }
    return values;
  }

  private static Object passed(Object value) {
    return value instanceof GoObject object ? object.passed() : value;
  }

  /** Go counts what is piped where the number is fixed, and forgets it where it is not. */
  private Fault wrongNumber(Frame frame, int written, int count) {
    String text = "wrong number of args for " + name + ": want ";
    return frame.fault(
        variadic == null
            ? text + fixed.length + " got " + count
            : text + "at least " + fixed.length + " got " + written);
  }

  /**
   * What went wrong in a function, told as the failure of a command. A failure that has been told
   * already, and one that is no template's, stays as it is.
   */
  RuntimeException failure(Frame frame, Node site, RuntimeException e) {
    if (e instanceof Fault || e instanceof PintleException) {
      return e;
    }
    frame.at = site;
    if (e instanceof FunctionException known) {
      return known.isRefusal()
          ? Fault.refusal(frame, name, known.getMessage())
          : Fault.ofFunction(frame, name, known.getMessage(), known);
    }
    // A panic in Go: the function met what its author did not think of.
    return Fault.ofFunction(frame, name, e.toString(), e);
  }
}
