package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.syntax.Node;

/** A command that always fails when it is reached, such as {@code nil} or {@code "a" "b"}. */
public final class Misuse extends Expression {

  private final Expression piped;
  private final String message;

  /**
   * A failure.
   *
   * @param node what Go names; null if that is what was evaluated before
   * @param piped what is evaluated first, or null
   */
  public Misuse(Node node, Expression piped, String message) {
    super(node);
    this.piped = piped;
    this.message = message;
  }

  @Override
  Object eval(Frame frame) {
    if (piped != null) {
      piped.eval(frame);
    }
    if (node() != null) {
      frame.at = node();
    }
    throw frame.fault(message);
  }
}
