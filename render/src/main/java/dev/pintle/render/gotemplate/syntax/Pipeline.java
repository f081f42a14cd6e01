package dev.pintle.render.gotemplate.syntax;

import java.util.List;

/**
 * Commands of which each gets the value of the one before as its last argument; in parentheses it
 * is an operand.
 *
 * @param variables the variables that get the value: none, one, or in a range two
 * @param assigns true if they are assigned ({@code =}), false if declared ({@code :=})
 * @param commands at least one
 */
public record Pipeline(
    int offset, List<Operand.Variable> variables, boolean assigns, List<Command> commands)
    implements Operand {

  /** Lists are copied. */
  public Pipeline {
    variables = List.copyOf(variables);
    commands = List.copyOf(commands);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.pipeline(this);
  }
}
