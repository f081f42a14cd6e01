package dev.pintle.render.gotemplate.fault;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of a failure: Helm's message, and the same as data.
 *
 * <p>Go wraps the error of each {@code include} and {@code tpl} in that of the template that called
 * it. Helm shows such an error in one of three ways. If the chart refused ({@code fail}, {@code
 * required}): the words of the chart with the place of the outermost call. If all errors in the
 * chain are those of templates: each with its place on lines of its own. Else: Go's message, which
 * is one long line.
 */
public final class FaultReport {

  private static final String CHAINED = " template:";
  private static final int SHOWN_CALLS = 100;
  public static final String NO_TEMPLATE = "template: no template ";

  private final Fault fault;
  private final List<Layer> layers;

  /** One template's error; its message goes on with the message of the next one, if it wraps it. */
  private record Layer(Tree tree, Node at, String message) {

    static Layer of(Scene scene, String message) {
      return new Layer(scene.tree(), scene.at(), message);
    }

    String location() {
      return tree.location(at);
    }

    /** Go's message of this error without that of those inside. */
    String goMessage() {
      return "template: "
          + location()
          + ": executing "
          + GoQuotes.quote(tree.name())
          + " at <"
          + at.source()
          + ">: "
          + message;
    }

    /** Helm's lines for this error, cut where Helm takes the next error to begin. */
    String helmLines(boolean wraps) {
      String context = at.source() + ">: " + message + (wraps ? CHAINED : "");
      int end = context.indexOf(">: ");
      String text = context.substring(end + 3);
      int chained = text.indexOf(CHAINED);
      if (chained >= 0) {
        text = text.substring(0, chained);
      }
      String name = GoQuotes.quote(tree.name());
      return location()
          + "\n  executing "
          + name
          + " at <"
          + context.substring(0, end)
          + ">:\n    "
          + (text.isEmpty() ? "" : text + "\n");
    }
  }

  public FaultReport(Fault fault) {
    this.fault = fault;
    this.layers = layers(fault);
  }

  public TemplateExecutionException toException() {
    return toException(helmMessage());
  }

  /** The same with the message of Go, which Helm rewrites for the templates of charts only. */
  public TemplateExecutionException toGoException() {
    return toException(goMessage());
  }

  private TemplateExecutionException toException(String message) {
    List<Diagnostic> found = new ArrayList<>();
    found.add(Diagnosis.of(fault).withChain(chain(fault.scene())));
    if (fault.getCause() != null && fault.getCause().getCause() instanceof PintleException inner) {
      inner.diagnostics().stream().map(Diagnosis::withoutTextOfTpl).forEach(found::add);
    }
    return new TemplateExecutionException(message, found, fault.getCause());
  }

  /** The errors from the outermost to the innermost. */
  private static List<Layer> layers(Fault fault) {
    List<Layer> inwards = new ArrayList<>();
    inwards.add(Layer.of(fault.scene(), fault.getMessage()));
    for (Scene scene = fault.scene(); scene != null; scene = scene.caller()) {
      if (scene.entry() == Entry.INCLUDE) {
        inwards.add(Layer.of(scene.caller(), "error calling include:"));
      } else if (scene.entry() == Entry.TPL) {
        inwards.add(
            Layer.of(
                scene.caller(),
                "error calling tpl: error during tpl function execution for "
                    + GoQuotes.quote(scene.entryText())
                    + ":"));
      }
    }
    java.util.Collections.reverse(inwards);
    return inwards;
  }

  String helmMessage() {
    if (fault.isRefusal()) {
      return "execution error at (" + layers.get(0).location() + "): " + fault.functionError();
    }
    return isTemplatesOnly() ? lines() : goMessage();
  }

  /** True if every error in the chain begins as those of templates do. */
  private boolean isTemplatesOnly() {
    for (Scene scene = fault.scene(); scene != null; scene = scene.caller()) {
      if (scene.entry() == Entry.TPL) {
        return false;
      }
    }
    return fault.functionError() == null || fault.functionError().startsWith(NO_TEMPLATE);
  }

  private String goMessage() {
    StringBuilder text = new StringBuilder();
    for (Layer layer : layers) {
      text.append(text.length() == 0 ? "" : " ").append(layer.goMessage());
    }
    return text.toString();
  }

  private String lines() {
    StringBuilder text = new StringBuilder();
    String previous = "";
    for (int i = 0; i < layers.size(); i++) {
      String lines = layers.get(i).helmLines(i < layers.size() - 1);
      if (!lines.equals(previous)) {
        text.append(lines);
      }
      previous = lines;
    }
    if (fault.functionError() != null) {
      text.append(fault.functionError());
    }
    int end = text.length();
    while (end > 0 && GoStrings.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(GoStrings.skipSpace(text.toString(), 0), end);
  }

  /** What is told of a limit that was passed while a template ran. */
  public static Diagnostic limit(Scene scene, String message) {
    return Diagnosis.at(scene, Spot.of(scene.at()), Diagnostic.Kind.LIMIT, message)
        .withChain(chain(scene));
  }

  /** The calls that led to a template; of very many only the first and last. */
  private static List<Diagnostic.Frame> chain(Scene innermost) {
    List<Scene> callers = new ArrayList<>();
    for (Scene scene = innermost.caller(); scene != null; scene = scene.caller()) {
      callers.add(scene);
    }
    if (callers.size() > SHOWN_CALLS) {
      callers.subList(SHOWN_CALLS / 2, callers.size() - SHOWN_CALLS / 2).clear();
    }
    return callers.stream()
        .map(
            scene -> {
              Tree tree = scene.tree();
              return new Diagnostic.Frame(
                  tree.position(scene.at()), tree.name(), scene.at().source());
            })
        .toList();
  }
}
