package dev.pintle.render.gotemplate.syntax;

import java.util.List;

/**
 * A value, or a function or method with its arguments.
 *
 * @param operands the operand that is evaluated or called, then its arguments; at least one
 */
public record Command(int offset, List<Operand> operands) implements Node {

  /** The operands are copied. */
  public Command {
    operands = List.copyOf(operands);
  }
}
