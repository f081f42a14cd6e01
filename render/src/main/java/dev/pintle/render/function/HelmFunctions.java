package dev.pintle.render.function;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.LimitException;
import dev.pintle.template.ClusterReader;
import dev.pintle.values.GoType;
import java.util.List;

/**
 * Helm's own functions that need no template: {@code required}, {@code fail} and {@code lookup}.
 * {@code include} and {@code tpl} run templates and belong to the template engine.
 */
public final class HelmFunctions {

  private HelmFunctions() {}

  /** Adds the functions; {@code fail} replaces Sprig's. */
  public static void register(Functions.Builder functions) {
    functions.add(
        "required",
        List.of(GoType.STRING, GoType.ANY),
        (execution, args) -> required((String) args[0], args[1]));
    functions.add(
        "fail",
        List.of(GoType.STRING),
        (execution, args) -> {
          throw FunctionException.refusal((String) args[0]);
        });
    functions.add(
        "lookup",
        List.of(GoType.STRING, GoType.STRING, GoType.STRING, GoType.STRING),
        (execution, args) -> lookup(execution.cluster(), args));
  }

  private static Object lookup(ClusterReader cluster, Object... args) {
    try {
      return cluster.lookup((String) args[0], (String) args[1], (String) args[2], (String) args[3]);
    } catch (LimitException e) {
      throw e;
    } catch (PintleException e) {
      throw new FunctionException(e.getMessage(), e);
    }
  }

  /** Adds {@code required} and {@code fail} as {@code helm lint} has them: neither ever fails. */
  static void registerLenient(Functions.Builder functions) {
    functions.add(
        "required",
        List.of(GoType.STRING, GoType.ANY),
        (execution, args) -> args[1] == null ? "" : args[1]);
    functions.add("fail", List.of(GoType.STRING), (execution, args) -> "");
  }

  private static Object required(String warning, Object value) {
    if (value == null || value.equals("")) {
      throw FunctionException.refusal(warning);
    }
    return value;
  }
}
