package dev.pintle.render.gotemplate.plan;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.Functions;
import dev.pintle.render.gotemplate.run.Dot;
import dev.pintle.render.gotemplate.run.Expression;
import dev.pintle.render.gotemplate.run.FieldChain;
import dev.pintle.render.gotemplate.run.FunctionCall;
import dev.pintle.render.gotemplate.run.Literal;
import dev.pintle.render.gotemplate.run.Misuse;
import dev.pintle.render.gotemplate.run.NilAwareCall;
import dev.pintle.render.gotemplate.run.NilLiteral;
import dev.pintle.render.gotemplate.run.PipelineValue;
import dev.pintle.render.gotemplate.run.RangeStep;
import dev.pintle.render.gotemplate.run.Step;
import dev.pintle.render.gotemplate.run.Steps;
import dev.pintle.render.gotemplate.run.Template;
import dev.pintle.render.gotemplate.run.Variable;
import dev.pintle.render.gotemplate.syntax.Body;
import dev.pintle.render.gotemplate.syntax.Command;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.render.gotemplate.syntax.Pipeline;
import dev.pintle.render.gotemplate.syntax.Statement;
import dev.pintle.render.gotemplate.syntax.Tree;
import dev.pintle.render.gotemplate.syntax.VisibleVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes templates of syntax trees, once: names of functions become functions, names of variables
 * become slots, constants become values, and what can only fail becomes a failure.
 *
 * <p>A variable lives until the end of the block that declares it, so that a slot is the number of
 * variables that live where it is declared.
 */
final class Planner implements Statement.Cases<Step> {

  private static final Expression[] NONE = {};

  private final Functions functions;
  private final VisibleVariables living = new VisibleVariables();
  private int slots = 1;

  private Planner(Functions functions) {
    this.functions = functions;
  }

  /** The templates of one parsed text, by name. */
  static Map<String, Template> plan(Map<String, Tree> trees, Functions functions) {
    Map<String, Template> templates = new HashMap<>();
    trees.forEach((name, tree) -> templates.put(name, plan(tree, functions)));
    return Map.copyOf(templates);
  }

  private static Template plan(Tree tree, Functions functions) {
    Planner planner = new Planner(functions);
    Step body = planner.block(tree.root());
    return new Template(tree, body, planner.slots);
  }

  private Step block(Body body) {
    int outside = living.count();
    Step[] steps =
        body.statements().stream().map(statement -> statement.accept(this)).toArray(Step[]::new);
    endScope(outside);
    return steps.length == 1 ? steps[0] : new Steps.Block(steps);
  }

  private Step blockOrNull(Body body) {
    return body == null ? null : block(body);
  }

  private void endScope(int outside) {
    living.forget(outside);
  }

  @Override
  public Step text(Statement.Text text) {
    return new Steps.Text(text);
  }

  @Override
  public Step action(Statement.Action action) {
    Expression pipeline = pipeline(action.pipeline());
    return action.pipeline().variables().isEmpty()
        ? new Steps.Print(action, pipeline)
        : new Steps.Declare(pipeline);
  }

  @Override
  public Step ifElse(Statement.If branch) {
    int outside = living.count();
    Expression condition = pipeline(branch.condition());
    Step step = new Steps.If(condition, block(branch.body()), blockOrNull(branch.otherwise()));
    endScope(outside);
    return step;
  }

  @Override
  public Step with(Statement.With branch) {
    int outside = living.count();
    Expression condition = pipeline(branch.condition());
    Step step = new Steps.With(condition, block(branch.body()), blockOrNull(branch.otherwise()));
    endScope(outside);
    return step;
  }

  @Override
  public Step range(Statement.Range branch) {
    int outside = living.count();
    Expression last = commands(branch.condition());
    int[] variables = variables(branch.condition());
    Expression pipeline = pipeline(branch.condition(), last, variables);
    Step step =
        new RangeStep(pipeline, variables, block(branch.body()), blockOrNull(branch.otherwise()));
    endScope(outside);
    return step;
  }

  @Override
  public Step breakLoop(Statement.Break statement) {
    return new Steps.Jump(Step.Flow.BREAK);
  }

  @Override
  public Step continueLoop(Statement.Continue statement) {
    return new Steps.Jump(Step.Flow.CONTINUE);
  }

  @Override
  public Step call(Statement.Call call) {
    Expression argument = call.argument() == null ? null : pipeline(call.argument());
    return new Steps.CallTemplate(call, argument);
  }

  private Expression pipeline(Pipeline pipeline) {
    Expression last = commands(pipeline);
    return pipeline(pipeline, last, variables(pipeline));
  }

  private static Expression pipeline(Pipeline pipeline, Expression last, int[] slots) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] < 0) {
        String message = "undefined variable: " + pipeline.variables().get(i).name();
        return new PipelineValue(pipeline, new Misuse(null, last, message), new int[0]);
      }
    }
    return new PipelineValue(pipeline, last, slots);
  }

  private Expression commands(Pipeline pipeline) {
    Expression piped = null;
    for (Command command : pipeline.commands()) {
      piped = command(command, piped);
    }
    return piped;
  }

  /** The slots of the variables that get the value of a pipeline; declares them if it does. */
  private int[] variables(Pipeline pipeline) {
    int[] result = new int[pipeline.variables().size()];
    for (int i = 0; i < result.length; i++) {
      String name = pipeline.variables().get(i).name();
      result[i] = pipeline.assigns() ? living.find(name) : declare(name);
    }
    return result;
  }

  private int declare(String name) {
    int slot = living.declare(name);
    slots = Math.max(slots, slot + 1);
    return slot;
  }

  private Expression command(Command command, Expression piped) {
    Operand head = command.operands().get(0);
    List<Operand> rest = command.operands().subList(1, command.operands().size());
    if (head instanceof Operand.Identifier identifier) {
      return call(identifier, command, arguments(rest), piped);
    } else if (head instanceof Operand.Field field) {
      return FieldChain.ofDot(field, field.names(), arguments(rest), piped);
    } else if (head instanceof Operand.Chain chain) {
      Expression of = argument(chain.of());
      return FieldChain.ofValue(chain, of, chain.names(), arguments(rest), piped);
    } else if (head instanceof Operand.Variable variable && variable.names().size() > 1) {
      return fieldsOf(variable, arguments(rest), piped);
    }
    if (!rest.isEmpty() || piped != null) {
      Node at = head instanceof Pipeline ? null : head;
      return new Misuse(at, piped, "can't give argument to non-function " + head.source());
    }
    return head instanceof Operand.Nil
        ? new Misuse(head, null, "nil is not a command")
        : argument(head);
  }

  private Expression[] arguments(List<Operand> operands) {
    return operands.isEmpty()
        ? NONE
        : operands.stream().map(this::argument).toArray(Expression[]::new);
  }

  private Expression argument(Operand operand) {
    if (operand instanceof Operand.Text text) {
      return new Literal(text);
    } else if (operand instanceof Operand.Field field) {
      return FieldChain.ofDot(field, field.names(), NONE, null);
    } else if (operand instanceof Pipeline pipeline) {
      return pipeline(pipeline);
    } else if (operand instanceof Operand.Variable variable) {
      return variable(variable);
    } else if (operand instanceof Operand.Dot dot) {
      return new Dot(dot);
    } else if (operand instanceof Operand.Number number) {
      return new Literal(number);
    } else if (operand instanceof Operand.Bool bool) {
      return new Literal(bool);
    } else if (operand instanceof Operand.Identifier identifier) {
      return call(identifier, identifier, NONE, null);
    } else if (operand instanceof Operand.Chain chain) {
      return FieldChain.ofValue(chain, argument(chain.of()), chain.names(), NONE, null);
    }
    return new NilLiteral((Operand.Nil) operand);
  }

  private Expression variable(Operand.Variable variable) {
    if (variable.names().size() > 1) {
      return fieldsOf(variable, NONE, null);
    }
    int slot = living.find(variable.name());
    return slot < 0 ? undefined(variable, null) : new Variable(variable, slot);
  }

  private Expression fieldsOf(Operand.Variable variable, Expression[] arguments, Expression piped) {
    int slot = living.find(variable.name());
    if (slot < 0) {
      return undefined(variable, piped);
    }
    List<String> fields = variable.names().subList(1, variable.names().size());
    return FieldChain.ofVariable(variable, slot, fields, arguments, piped);
  }

  /** The parser lets a variable through that only another branch declares. */
  private static Expression undefined(Operand.Variable variable, Expression piped) {
    return new Misuse(variable, piped, "undefined variable: " + variable.name());
  }

  private Expression call(
      Operand.Identifier identifier, Node site, Expression[] arguments, Expression piped) {
    OwnFunction own = OwnFunction.find(identifier.name());
    return own == null
        ? registered(identifier, site, arguments, piped)
        : own.call(identifier, site, arguments, piped);
  }

  private Expression registered(
      Operand.Identifier identifier, Node site, Expression[] arguments, Expression piped) {
    Function function = functions.find(identifier.name());
    if (function == null) {
      String message = GoQuotes.quote(identifier.name()) + " is not a defined function";
      return new Misuse(identifier, piped, message);
    }
    if (function.errorOfNilEntry() != null && arguments.length == 1 && piped == null) {
      return new NilAwareCall(identifier, function, site, arguments[0]);
    }
    return new FunctionCall(identifier, function, site, arguments, piped);
  }
}
