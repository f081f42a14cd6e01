package dev.pintle.render.gotemplate.run;

import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.limit.LimitException;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.gotemplate.fault.Culprit;
import dev.pintle.render.gotemplate.fault.Entry;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.fault.FaultReport;
import dev.pintle.render.gotemplate.fault.TemplateExecutionException;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.TemplateSyntaxException;
import dev.pintle.render.stack.DeepStack;
import dev.pintle.template.Execution;
import dev.pintle.template.NamedTemplates;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.GoObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** One rendering of one release: its output, and the calls of templates by one another. */
public final class Rendering implements TemplateSet.Run {

  /** The name that Helm gives the texts of {@code tpl}. */
  public static final String TPL_NAME = "gotpl";

  /** How often Helm lets {@code include} call a template that is being included already. */
  private static final int MAX_INCLUDES_OF_ONE_NAME = 1000;

  /** How deep Go lets {@code {{template}}} go. */
  private static final int MAX_TEMPLATE_DEPTH = 100_000;

  private static final String NO_VALUE = "<no value>";

  private final TextCompiler sources;
  private final Environment environment;
  private final Execution execution;
  private final NamedTemplates others;
  private final StringBuilder out = new StringBuilder();
  private final OutputMarks marks = new OutputMarks();
  private final Map<String, OutputMarks> marksByFile = new HashMap<>();
  private int depth;

  /** The template in which a limit was passed. */
  private Frame limitFrame;

  /**
   * A rendering.
   *
   * @param sources compiles the texts that templates hand to {@code tpl}
   */
  public Rendering(
      TextCompiler sources, Environment environment, Execution execution, NamedTemplates others) {
    this.sources = sources;
    this.environment = environment;
    this.execution = execution;
    this.others = others;
  }

  Execution execution() {
    return execution;
  }

  @Override
  public String render(String name, Object context) {
    Template template = environment.find(name);
    if (template == null) {
      throw new IllegalArgumentException("no template " + name);
    }
    out.setLength(0);
    marks.begin(template.tree());
    depth = 0;
    limitFrame = null;
    runToEnd(
        new Frame(this, template, environment, null, Entry.FILE, null, context),
        FaultReport::toException);
    String text = out.toString();
    marksByFile.put(name, marks.copyWithout(NO_VALUE, text));
    return withoutNoValue(text);
  }

  @Override
  public String call(String name, Object dot) {
    Template template = environment.find(name);
    if (template == null) {
      return null;
    }
    int start = out.length();
    try {
      runToEnd(
          new Frame(this, template, environment, null, Entry.OTHER_ENGINE, null, dot),
          FaultReport::toException);
      return withoutNoValue(out.substring(start));
    } finally {
      out.setLength(start);
    }
  }

  /** What Go itself makes of a template: with {@code <no value>}, and with its own messages. */
  public String renderAsGo(String name, Object data) {
    runToEnd(
        new Frame(this, environment.find(name), environment, null, Entry.FILE, null, data),
        FaultReport::toGoException);
    return out.toString();
  }

  /** Runs a template that no other Go template has called, and tells what fails. */
  private void runToEnd(
      Frame outermost, Function<FaultReport, TemplateExecutionException> telling) {
    try {
      run(outermost);
    } catch (Fault fault) {
      throw telling.apply(new FaultReport(fault));
    } catch (LimitException e) {
      Frame at = limitFrame;
      limitFrame = null;
      throw at == null ? e : new LimitException(e, FaultReport.limit(at, e.getMessage()));
    } catch (StackOverflowError e) {
      throw DeepStack.exhausted();
    }
  }

  @Override
  public Origin originOf(String name, int index) {
    OutputMarks found = marksByFile.get(name);
    return found == null ? null : found.find(index);
  }

  /** Notes what writes from here on, if it is a statement of the file that is rendered. */
  void mark(Frame frame, Node statement) {
    if (frame.entry == Entry.FILE) {
      marks.add(out.length(), statement);
    }
  }

  /** Go prints nil so; Helm takes it out of the output of files and of {@code tpl}. */
  private static String withoutNoValue(String text) {
    return text.contains(NO_VALUE) ? text.replace(NO_VALUE, "") : text;
  }

  /** Prints text. */
  void write(String text) {
    out.append(text);
    execution.wrote(text.length());
  }

  /** Prints a value as {@code {{ . }}} does. */
  void print(Object value) {
    if (value instanceof String text) {
      write(text);
    } else if (value == null) {
      write(NO_VALUE);
    } else if (value instanceof GoObject object) {
      write(object.goString());
    } else {
      int start = out.length();
      GoFormat.append(out, value, length -> execution.willBuild(length - start));
      execution.wrote(out.length() - start);
    }
  }

  /** Fails if the caller is as deep in calls by {@code {{template}}} as Go allows. */
  static void checkDepth(Frame caller) {
    if (caller.templateDepth == MAX_TEMPLATE_DEPTH) {
      throw caller.fault("exceeded maximum template depth (" + MAX_TEMPLATE_DEPTH + ")");
    }
  }

  /** Runs {@code {{template}}}. */
  void call(Frame caller, Template template, Object dot) {
    run(new Frame(this, template, caller.environment, caller, Entry.TEMPLATE, null, dot));
  }

  /** Runs {@code include}. */
  String include(Frame caller, String name, Object dot) {
    if (depth > MAX_INCLUDES_OF_ONE_NAME && includes(caller, name) > MAX_INCLUDES_OF_ONE_NAME) {
      throw new FunctionException(
          "rendering template has a nested reference name: "
              + Visible.name(name)
              + ": unable to execute template");
    }
    Template template = caller.environment.find(name);
    if (template == null) {
      String text = ofOtherEngine(name, dot);
      if (text != null) {
        return text;
      }
      String error =
          FaultReport.NO_TEMPLATE
              + GoQuotes.quote(name)
              + " associated with template "
              + GoQuotes.quote(TPL_NAME);
      throw Fault.ofFunction(caller, "include", error, null).blame(new Culprit.TemplateName(name));
    }
    return captured(
        new Frame(this, template, caller.environment, caller, Entry.INCLUDE, name, dot));
  }

  private String ofOtherEngine(String name, Object dot) {
    try {
      return others.render(name, dot);
    } catch (LimitException e) {
      throw e;
    } catch (PintleException e) {
      throw new FunctionException(e.getMessage(), e);
    }
  }

  private static int includes(Frame innermost, String name) {
    int count = 0;
    for (Frame frame = innermost; frame != null; frame = frame.caller) {
      if (frame.entry == Entry.INCLUDE && frame.entryText.equals(name)) {
        count++;
      }
    }
    return count;
  }

  /** Runs {@code tpl}. */
  String tpl(Frame caller, String text, Object dot) {
    if (text.indexOf("{{") < 0) {
      return withoutNoValue(text);
    }
    execution.worked(text.length());
    execution.built(TemplateSource.compiledBytes(text));
    Map<String, Template> templates;
    try {
      templates = sources.templates(TPL_NAME, text);
    } catch (TemplateSyntaxException e) {
      throw new FunctionException(
          "cannot parse template " + GoQuotes.quote(text) + ": " + e.goMessage(), e);
    }
    Environment inner = caller.environment.with(templates);
    Template template = templates.get(TPL_NAME);
    return withoutNoValue(captured(new Frame(this, template, inner, caller, Entry.TPL, text, dot)));
  }

  /** Runs a template and takes what it printed. */
  private String captured(Frame frame) {
    int start = out.length();
    run(frame);
    String text = out.substring(start);
    execution.called(text.length());
    out.setLength(start);
    return text;
  }

  private void run(Frame frame) {
    depth++;
    try {
      execution.enter();
      if (DeepStack.isNeeded(depth)) {
        DeepStack.run(() -> frame.template.body().run(frame));
      } else {
        frame.template.body().run(frame);
      }
    } catch (LimitException e) {
      limitFrame = limitFrame == null ? frame : limitFrame;
      throw e;
    } finally {
      depth--;
      execution.leave();
    }
  }
}
