package dev.pintle.render.function.builtin;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.Truth;
import dev.pintle.template.Execution;
import java.util.List;

/**
 * The functions that Go's {@code text/template} itself has, with its results and errors. {@code
 * and}, {@code or} and {@code call} are not here: they decide which of their arguments are
 * evaluated and how, which is the evaluator's work.
 */
public final class BuiltinFunctions {

  private BuiltinFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("eq", ANY.oneOrMore(), Comparisons::anyEqual),
        of("ne", ANY, ANY, (a, b) -> !Comparisons.equal(a, b)),
        of("lt", ANY, ANY, Comparisons::less),
        of("le", ANY, ANY, Comparisons::lessOrEqual),
        of("gt", ANY, ANY, (a, b) -> !Comparisons.lessOrEqual(a, b)),
        of("ge", ANY, ANY, (a, b) -> !Comparisons.less(a, b)),
        of("not", ANY, value -> !Truth.of(value)),
        of("len", ANY, Indexing::length).failingOfNilEntry("len of nil pointer"),
        of("index", ANY.oneOrMore(), Indexing::index).picking(),
        of("slice", ANY.oneOrMore(), Indexing::slice),
        of("print", ANY.many(), (x, all) -> GoFormat.sprint(x::willBuild, all)),
        of("println", ANY.many(), (x, all) -> GoFormat.sprintln(x::willBuild, all)),
        of(
            "printf",
            STRING,
            ANY.many(),
            (x, format, all) -> GoFormat.sprintf(x::willBuild, format, all)),
        of("html", ANY.many(), (x, all) -> Escapes.html(printed(x, all))),
        of("js", ANY.many(), (x, all) -> Escapes.js(printed(x, all))),
        of("urlquery", ANY.many(), (x, all) -> Escapes.urlQuery(printed(x, all))));
  }

  /** The arguments as text, nil as an action prints it. */
  private static String printed(Execution execution, Object[] args) {
    Object[] shown = args.clone();
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] == null) {
        shown[i] = "<no value>";
      }
    }
    return GoFormat.sprint(execution::willBuild, shown);
  }
}
