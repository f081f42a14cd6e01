package dev.pintle.render.function;

import dev.pintle.render.format.GoFormat;
import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import java.util.Arrays;
import java.util.List;

/**
 * The functions that Go's {@code text/template} itself has, with its results and errors. {@code
 * and}, {@code or} and {@code call} are not here: they decide which of their arguments are
 * evaluated and how, which is the evaluator's work.
 */
public final class BuiltinFunctions {

  private static final List<GoType> NONE = List.of();
  private static final List<GoType> ONE = List.of(GoType.ANY);
  private static final List<GoType> TWO = List.of(GoType.ANY, GoType.ANY);

  private BuiltinFunctions() {}

  /** Adds the functions. */
  public static void register(Functions.Builder functions) {
    comparisons(functions);
    functions.add("not", ONE, (execution, args) -> !Truth.of(args[0]));
    functions.add("len", ONE, (execution, args) -> Indexing.length(args[0]));
    functions.addVariadic("index", ONE, GoType.ANY, (execution, args) -> Indexing.index(args));
    functions.addVariadic("slice", ONE, GoType.ANY, (execution, args) -> Indexing.slice(args));
    functions.addVariadic(
        "print",
        NONE,
        GoType.ANY,
        (execution, args) -> GoFormat.sprint(execution::willBuild, args));
    functions.addVariadic(
        "println",
        NONE,
        GoType.ANY,
        (execution, args) -> GoFormat.sprintln(execution::willBuild, args));
    functions.addVariadic(
        "printf",
        List.of(GoType.STRING),
        GoType.ANY,
        (execution, args) ->
            GoFormat.sprintf(
                execution::willBuild, (String) args[0], Arrays.copyOfRange(args, 1, args.length)));
    functions.addVariadic(
        "html", NONE, GoType.ANY, (execution, args) -> Escapes.html(printed(execution, args)));
    functions.addVariadic(
        "js", NONE, GoType.ANY, (execution, args) -> Escapes.js(printed(execution, args)));
    functions.addVariadic(
        "urlquery",
        NONE,
        GoType.ANY,
        (execution, args) -> Escapes.urlQuery(printed(execution, args)));
  }

  private static void comparisons(Functions.Builder functions) {
    functions.addVariadic("eq", ONE, GoType.ANY, (execution, args) -> Comparisons.anyEqual(args));
    functions.add("ne", TWO, (execution, args) -> !Comparisons.equal(args[0], args[1]));
    functions.add("lt", TWO, (execution, args) -> Comparisons.less(args[0], args[1]));
    functions.add("le", TWO, (execution, args) -> Comparisons.lessOrEqual(args[0], args[1]));
    functions.add("gt", TWO, (execution, args) -> !Comparisons.lessOrEqual(args[0], args[1]));
    functions.add("ge", TWO, (execution, args) -> !Comparisons.less(args[0], args[1]));
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
