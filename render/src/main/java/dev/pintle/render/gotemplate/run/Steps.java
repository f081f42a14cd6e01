package dev.pintle.render.gotemplate.run;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.function.Truth;
import dev.pintle.render.gotemplate.fault.Culprit;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Statement;

/** The kinds of statement but range, which is a {@link RangeStep}. */
public final class Steps {

  private Steps() {}

  /** Some statements in order. */
  public static final class Block extends Step {
    private final Step[] steps;

    public Block(Step[] steps) {
      this.steps = steps;
    }

    @Override
    Flow run(Frame frame) {
      for (Step step : steps) {
        frame.rendering.execution().step();
        Flow flow = step.run(frame);
        if (flow != Flow.ON) {
          return flow;
        }
      }
      return Flow.ON;
    }
  }

  /** Text that is printed as it is. */
  public static final class Text extends Step {
    private final Statement.Text text;

    public Text(Statement.Text text) {
      this.text = text;
    }

    @Override
    Flow run(Frame frame) {
      frame.rendering.mark(frame, text);
      frame.rendering.write(text.text());
      return Flow.ON;
    }
  }

  /** A pipeline whose value is printed. */
  public static final class Print extends Step {
    private final Node action;
    private final Expression pipeline;

    public Print(Node action, Expression pipeline) {
      this.action = action;
      this.pipeline = pipeline;
    }

    @Override
    Flow run(Frame frame) {
      Object value = pipeline.eval(frame);
      frame.at = action;
      frame.rendering.mark(frame, action);
      frame.rendering.print(value);
      return Flow.ON;
    }
  }

  /** A pipeline whose value goes to variables. */
  public static final class Declare extends Step {
    private final Expression pipeline;

    public Declare(Expression pipeline) {
      this.pipeline = pipeline;
    }

    @Override
    Flow run(Frame frame) {
      pipeline.eval(frame);
      return Flow.ON;
    }
  }

  /** {@code if}. */
  public static final class If extends Step {
    private final Expression condition;
    private final Step body;
    private final Step otherwise;

    public If(Expression condition, Step body, Step otherwise) {
      this.condition = condition;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    Flow run(Frame frame) {
      if (Truth.of(condition.eval(frame))) {
        return body.run(frame);
      }
      return otherwise == null ? Flow.ON : otherwise.run(frame);
    }
  }

  /** {@code with}: an {@code if} whose value becomes the dot. */
  public static final class With extends Step {
    private final Expression condition;
    private final Step body;
    private final Step otherwise;

    public With(Expression condition, Step body, Step otherwise) {
      this.condition = condition;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    Flow run(Frame frame) {
      Object value = condition.eval(frame);
      if (!Truth.of(value)) {
        return otherwise == null ? Flow.ON : otherwise.run(frame);
      }
      Object dot = frame.dot;
      boolean dotIsElement = frame.dotIsElement;
      frame.dot = value;
      frame.dotIsElement = false;
      Flow flow = body.run(frame);
      frame.dot = dot;
      frame.dotIsElement = dotIsElement;
      return flow;
    }
  }

  /** {@code break} or {@code continue}. */
  public static final class Jump extends Step {
    private final Flow flow;

    public Jump(Flow flow) {
      this.flow = flow;
    }

    @Override
    Flow run(Frame frame) {
      return flow;
    }
  }

  /** {@code template}. */
  public static final class CallTemplate extends Step {
    private final Statement.Call call;
    private final Expression argument;

    /** The argument may be null. */
    public CallTemplate(Statement.Call call, Expression argument) {
      this.call = call;
      this.argument = argument;
    }

    @Override
    Flow run(Frame frame) {
      frame.at = call;
      Template template = frame.environment.find(call.name());
      if (template == null) {
        throw frame
            .fault("template " + GoQuotes.quote(call.name()) + " not defined")
            .blame(new Culprit.TemplateName(call.name()));
      }
      Rendering.checkDepth(frame);
      Object dot = argument == null ? null : argument.eval(frame);
      frame.at = call;
      frame.rendering.mark(frame, call);
      frame.rendering.call(frame, template, dot);
      return Flow.ON;
    }
  }
}
