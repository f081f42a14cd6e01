package dev.pintle.render.function;

import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import java.util.List;

/**
 * A template function: its name, the Go types of its parameters, and what it does.
 *
 * <p>Whoever calls it has checked the number of arguments and their types against the parameters,
 * with Go's conversions and Go's messages; the body can rely on them. {@code ANY} lets everything
 * in, null too; a {@code MAP} parameter gets a {@link dev.pintle.values.Table} of any map type with
 * interface values, a {@code LIST} parameter a {@link dev.pintle.values.Sequence} of exactly {@code
 * []interface {}}; {@code TIME}, {@code DURATION}, {@code LOCATION} and {@code CERTIFICATE} get the
 * {@link GoValue} that has this type name; {@code UINT32} gets a {@link Long}, as does {@code
 * DURATION} for a constant.
 *
 * @param parameters the types of the fixed parameters
 * @param variadic the type of each further argument, or null if there are none
 */
public record Function(String name, List<GoType> parameters, GoType variadic, Body body) {

  /** What a function does. Stateless: all state of a rendering is in the execution. */
  @FunctionalInterface
  public interface Body {

    /**
     * Computes the result.
     *
     * @throws FunctionException where the Go function returns an error; its message is Go's
     */
    Object call(Execution execution, Object[] arguments);
  }

  /** Parameters are copied. */
  public Function {
    parameters = List.copyOf(parameters);
  }
}
