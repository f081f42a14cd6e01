package dev.pintle.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.LimitException;
import dev.pintle.render.stack.DeepStack;
import dev.pintle.template.Execution;
import dev.pintle.template.NamedTemplates;
import dev.pintle.template.TemplateSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One rendering of one release. It goes over the tags of a text by itself, as far as the library
 * lets it (the bodies of files, blocks and partials), so that it knows where it is, counts steps,
 * and keeps to its depth.
 */
final class Rendering implements TemplateSet.Run {

  /**
   * Under what name the library's contexts hold the rendering. No value: it cannot be looked into.
   */
  private static final String KEY = "pintle#rendering";

  /** How deep partials may call each other, as Helm limits {@code include}. */
  private static final int MAX_CALLS = 1000;

  private static final int MAX_NESTING = 20_000;

  private record Rendered(String text, OutputMarks marks) {}

  private final Library library;
  private final Execution execution;
  private final NamedTemplates others;
  private final Output out;
  private final Map<String, Rendered> rendered = new HashMap<>();

  /** The text that is being rendered. */
  private CompiledText current;

  /** The tag of it that is being rendered. */
  private Template node;

  /** Where the current text was called; null if it is a file, or was called by another engine. */
  private Place caller;

  /** What writes what of the current text, if it is a file; else null. */
  private OutputMarks marks;

  private int nesting;
  private int calls;

  Rendering(Library library, Execution execution, NamedTemplates others) {
    this.library = library;
    this.execution = execution;
    this.others = others;
    this.out = new Output(execution);
  }

  /** The rendering that a context belongs to. */
  static Rendering of(Context context) {
    return context.data(KEY);
  }

  Execution execution() {
    return execution;
  }

  Library library() {
    return library;
  }

  @Override
  public String render(String name, Object context) {
    CompiledText file = library.file(name);
    if (file == null) {
      throw new IllegalArgumentException("no template " + name);
    }
    out.clear();
    nesting = 0;
    calls = 0;
    OutputMarks fileMarks = new OutputMarks(file.source());
    runToEnd(() -> run(file, root(context), null, fileMarks));
    String text = out.all();
    rendered.put(name, new Rendered(text, fileMarks));
    return text;
  }

  @Override
  public Origin originOf(String name, int index) {
    Rendered file = rendered.get(name);
    return file == null ? null : file.marks().find(file.text(), index);
  }

  @Override
  public String call(String name, Object dot) {
    CompiledText partial = library.partial(name);
    if (partial == null) {
      return null;
    }
    int start = out.length();
    runToEnd(() -> run(partial, root(dot), null, null));
    return out.takeFrom(start);
  }

  private Context root(Object dot) {
    Context context = Context.newBuilder(dot).resolver(ChartValues.INSTANCE).build();
    context.data(KEY, this);
    return context;
  }

  private static void runToEnd(Runnable task) {
    try {
      task.run();
    } catch (Failure failure) {
      throw told(failure);
    } catch (StackOverflowError e) {
      throw DeepStack.exhausted();
    }
  }

  /** The failure as it is told, with those that it comes from. */
  private static PintleException told(Failure failure) {
    if (failure.getCause() instanceof LimitException limit) {
      return new LimitException(
          limit, failure.place().diagnostic(Diagnostic.Kind.LIMIT, failure.getMessage()));
    }
    List<Diagnostic> found = new ArrayList<>();
    found.add(failure.place().diagnostic(Diagnostic.Kind.TEMPLATE_EXECUTION, failure.getMessage()));
    if (failure.getCause() instanceof PintleException inner) {
      found.addAll(inner.diagnostics());
    }
    String at = failure.place().outermost().position().toString();
    String message =
        failure.isRefusal()
            ? "execution error at (" + at + "): " + failure.getMessage()
            : "template: " + at + ": " + failure.getMessage();
    return new PintleException(message, found, failure);
  }

  /** Runs a partial for the library. */
  void callPartial(CompiledText partial, Context context, Writer writer) throws IOException {
    if (writer == out) {
      run(partial, context, place(), null);
    } else {
      writer.write(captured(partial, context));
    }
  }

  /** Runs a text called by the current tag, and gives what it printed. */
  String captured(CompiledText text, Context context) {
    int start = out.length();
    run(text, context, place(), null);
    String printed = out.takeFrom(start);
    execution.called(printed.length());
    return printed;
  }

  /** Runs a partial of this engine, or a named template of another, for a dot of its own. */
  String include(String name, Object dot) {
    CompiledText partial = library.partial(name);
    return partial == null ? others.render(name, dot) : captured(partial, root(dot));
  }

  /** Runs a text that comes from values. */
  String tpl(String text, Object dot) {
    return captured(library.tpl(text), root(dot));
  }

  private void run(CompiledText text, Context context, Place from, OutputMarks newMarks) {
    CompiledText outerText = current;
    Template outerNode = node;
    Place outerCaller = caller;
    OutputMarks outerMarks = marks;
    try {
      execution.enter();
      if (++calls > MAX_CALLS) {
        throw new LimitException("partials call each other more than " + MAX_CALLS + " deep");
      }
      current = text;
      node = text;
      caller = from;
      marks = newMarks;
      body(text.body(), context);
    } catch (LimitException e) {
      throw new Failure(e.getMessage(), e, place(), false);
    } finally {
      calls--;
      execution.leave();
      current = outerText;
      node = outerNode;
      caller = outerCaller;
      marks = outerMarks;
    }
  }

  /** Gives what some blocks print in place of their tag. */
  String captured(Runnable blocks) {
    int start = out.length();
    Template outerNode = node;
    blocks.run();
    node = outerNode;
    return out.takeFrom(start);
  }

  /** Runs the body of a block. */
  void body(Template body, Context context) {
    nesting++;
    try {
      if (nesting > MAX_NESTING) {
        throw new LimitException("blocks nest more than " + MAX_NESTING + " deep");
      }
      if (DeepStack.isNeeded(nesting)) {
        DeepStack.run(() -> eachNode(body, context));
      } else {
        eachNode(body, context);
      }
    } catch (LimitException e) {
      throw new Failure(e.getMessage(), e, place(), false);
    } catch (HandlebarsException e) {
      throw failure(e);
    } finally {
      nesting--;
    }
  }

  private void eachNode(Template body, Context context) {
    try {
      if (body instanceof Iterable<?> nodes && !current.source().isDecorated()) {
        for (Object next : nodes) {
          enter((Template) next);
          node.apply(context, out);
        }
      } else {
        enter(body); // the library defines the text's own partials before it runs the tags
        body.apply(context, out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text was written into memory", e);
    }
  }

  private void enter(Template next) {
    execution.step();
    node = next;
    if (marks != null && next != Template.EMPTY) {
      marks.add(out.length(), next);
    }
  }

  /** The failure that the library, or one of its parts that knows no place, has found. */
  private Failure failure(HandlebarsException e) {
    if (e instanceof Failure known) {
      return known.place() != null
          ? known
          : new Failure(known.getMessage(), known.getCause(), place(), known.isRefusal());
    }
    HandlebarsError error = e.getError();
    return error == null
        ? new Failure(String.valueOf(e.getMessage()), e, place(), false)
        : new Failure(error.reason, e, placeAt(error.line, error.column), false);
  }

  /** Where the rendering is. */
  Place place() {
    return placeAt(node.position()[0], node.position()[1]);
  }

  /** A place in the current text. */
  Place placeAt(int line, int column) {
    return new Place(current.source(), line, column, caller);
  }
}
