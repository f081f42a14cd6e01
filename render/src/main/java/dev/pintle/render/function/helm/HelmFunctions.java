package dev.pintle.render.function.helm;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.LimitException;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import java.util.List;

/**
 * Helm's own functions that need no template: {@code required}, {@code fail} and {@code lookup}.
 * {@code include} and {@code tpl} run templates and belong to the template engine.
 */
public final class HelmFunctions {

  private HelmFunctions() {}

  /** The functions, {@code fail} among them, which replaces Sprig's. */
  public static List<Function> all() {
    return List.of(
        of("required", STRING, ANY, HelmFunctions::required)
            .ofHelm()
            .inLint(of("required", STRING, ANY, (warning, value) -> value == null ? "" : value)),
        of("fail", STRING, HelmFunctions::fail).inLint(of("fail", STRING, message -> "")),
        of("lookup", STRING, STRING, STRING, STRING, HelmFunctions::lookup).ofHelm());
  }

  private static Object fail(String message) {
    throw FunctionException.refusal(message);
  }

  private static Object lookup(
      Execution execution, String version, String kind, String namespace, String name) {
    try {
      return execution.cluster().lookup(version, kind, namespace, name);
    } catch (LimitException e) {
      throw e;
    } catch (PintleException e) {
      throw new FunctionException(e.getMessage(), e);
    }
  }

  private static Object required(String warning, Object value) {
    if (value == null || value.equals("")) {
      throw FunctionException.refusal(warning);
    }
    return value;
  }
}
