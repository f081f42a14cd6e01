package dev.pintle.render.gotemplate.syntax;

import dev.pintle.go.strconv.GoQuotes;
import java.util.List;

/**
 * Prints a tree as the source it came from, in Go's normal form: what {@code Node.String()} gives.
 * Trim markers, comments and spare white space are gone; {@code else if} is a nested {@code if}.
 */
final class SourcePrinter implements Statement.Cases<Void>, Operand.Cases<Void> {

  private final StringBuilder out = new StringBuilder();

  private SourcePrinter() {}

  static String print(Node node) {
    SourcePrinter printer = new SourcePrinter();
    if (node instanceof Body body) {
      printer.body(body);
    } else if (node instanceof Command command) {
      printer.command(command);
    } else if (node instanceof Statement statement) {
      statement.accept(printer);
    } else {
      ((Operand) node).accept(printer);
    }
    return printer.out.toString();
  }

  private void body(Body body) {
    for (Statement statement : body.statements()) {
      statement.accept(this);
    }
  }

  private void command(Command command) {
    String separator = "";
    for (Operand operand : command.operands()) {
      out.append(separator);
      inParentheses(operand);
      separator = " ";
    }
  }

  /** Prints an operand of a command, which needs parentheses if it is a pipeline. */
  private void inParentheses(Operand operand) {
    if (operand instanceof Pipeline) {
      out.append('(');
      operand.accept(this);
      out.append(')');
    } else {
      operand.accept(this);
    }
  }

  @Override
  public Void pipeline(Pipeline pipeline) {
    String separator = "";
    for (Operand.Variable variable : pipeline.variables()) {
      out.append(separator);
      variable(variable);
      separator = ", ";
    }
    if (!pipeline.variables().isEmpty()) {
      out.append(pipeline.assigns() ? " = " : " := ");
    }
    separator = "";
    for (Command command : pipeline.commands()) {
      out.append(separator);
      command(command);
      separator = " | ";
    }
    return null;
  }

  @Override
  public Void text(Statement.Text text) {
    return print(text.text());
  }

  @Override
  public Void action(Statement.Action action) {
    out.append("{{");
    pipeline(action.pipeline());
    return print("}}");
  }

  @Override
  public Void ifElse(Statement.If branch) {
    return branch("if", branch);
  }

  @Override
  public Void with(Statement.With branch) {
    return branch("with", branch);
  }

  @Override
  public Void range(Statement.Range branch) {
    return branch("range", branch);
  }

  private Void branch(String keyword, Statement.Branch branch) {
    out.append("{{").append(keyword).append(' ');
    pipeline(branch.condition());
    out.append("}}");
    body(branch.body());
    if (branch.otherwise() != null) {
      out.append("{{else}}");
      body(branch.otherwise());
    }
    return print("{{end}}");
  }

  @Override
  public Void breakLoop(Statement.Break statement) {
    return print("{{break}}");
  }

  @Override
  public Void continueLoop(Statement.Continue statement) {
    return print("{{continue}}");
  }

  @Override
  public Void call(Statement.Call call) {
    out.append("{{template ").append(GoQuotes.quote(call.name()));
    if (call.argument() != null) {
      out.append(' ');
      pipeline(call.argument());
    }
    return print("}}");
  }

  @Override
  public Void identifier(Operand.Identifier identifier) {
    return print(identifier.name());
  }

  @Override
  public Void variable(Operand.Variable variable) {
    return print(String.join(".", variable.names()));
  }

  @Override
  public Void dot(Operand.Dot dot) {
    return print(".");
  }

  @Override
  public Void nil(Operand.Nil nil) {
    return print("nil");
  }

  @Override
  public Void field(Operand.Field field) {
    return fields(field.names());
  }

  @Override
  public Void chain(Operand.Chain chain) {
    inParentheses(chain.of());
    return fields(chain.names());
  }

  private Void fields(List<String> names) {
    for (String name : names) {
      out.append('.').append(name);
    }
    return null;
  }

  @Override
  public Void bool(Operand.Bool bool) {
    return print(String.valueOf(bool.value()));
  }

  @Override
  public Void number(Operand.Number number) {
    return print(number.text());
  }

  @Override
  public Void text(Operand.Text text) {
    return print(text.quoted());
  }

  private Void print(String source) {
    out.append(source);
    return null;
  }
}
