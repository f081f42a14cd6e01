package dev.pintle.render.gotemplate.run;

import dev.pintle.render.function.Body;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.NewBytes;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.template.Execution;

/** The call of a function that needs nothing of the template. */
public final class FunctionCall extends Expression {

  private final Body body;
  private final boolean picks;
  private final Signature signature;
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
  public FunctionCall(
      Node identifier, Function function, Node site, Expression[] arguments, Expression piped) {
    super(identifier);
    this.body = function.body();
    this.picks = function.isPicking();
    this.signature = Signature.of(function);
    this.site = site;
    this.arguments = arguments;
    this.piped = piped;
  }

  /** Calls a function that is known only now, as a method is. */
  static Object call(
      Frame frame, Function function, Node site, Expression[] arguments, Object piped) {
    Signature signature = Signature.of(function);
    Object[] values = signature.evaluate(frame, arguments, piped);
    try {
      Execution execution = frame.rendering.execution();
      Object result = function.body().call(execution, values);
      execution.called(NewBytes.of(result, values));
      return result;
    } catch (RuntimeException e) {
      throw signature.failure(frame, site, e);
    }
  }

  @Override
  Object eval(Frame frame) {
    Object last = piped == null ? Signature.NOTHING_PIPED : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    try {
      Object[] values = signature.evaluate(frame, arguments, last);
      Execution execution = frame.rendering.execution();
      Object result = body.call(execution, values);
      execution.called(picks ? 0 : NewBytes.of(result, values));
      return result;
    } catch (RuntimeException e) {
      RuntimeException failure = signature.failure(frame, site, e);
      throw failure instanceof Fault fault ? fault.blame(frame, arguments, piped) : failure;
    }
  }
}
