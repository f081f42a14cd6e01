package dev.pintle.render.function;

import dev.pintle.template.Execution;

/**
 * What a function does. Stateless: all state of a rendering is in the execution.
 *
 * <p>Functions are written with parameters of Java's types: as {@link Of0} to {@link Of3} if they
 * need nothing but their arguments, as {@link In0} to {@link In6} if they need the execution too.
 * {@code T[]} stands for any number of arguments at the end. {@link Function#of} makes this form of
 * them.
 */
@FunctionalInterface
public interface Body {

  /**
   * Computes the result.
   *
   * @param arguments of the types that the function declares; whoever calls has checked that
   * @throws FunctionException where the Go function returns an error; its message is Go's
   */
  Object call(Execution execution, Object[] arguments);

  /** Takes nothing. */
  @FunctionalInterface
  interface Of0 {
    Object call();
  }

  /** Takes one argument. */
  @FunctionalInterface
  interface Of1<A> {
    Object call(A first);
  }

  /** Takes two arguments. */
  @FunctionalInterface
  interface Of2<A, B> {
    Object call(A first, B second);
  }

  /** Takes three arguments. */
  @FunctionalInterface
  interface Of3<A, B, C> {
    Object call(A first, B second, C third);
  }

  /** Takes any number of arguments. */
  @FunctionalInterface
  interface OfMany<T> {
    Object call(T[] all);
  }

  /** Takes one argument and any number of others. */
  @FunctionalInterface
  interface Of1Many<A, T> {
    Object call(A first, T[] rest);
  }

  /** Takes two arguments and any number of others. */
  @FunctionalInterface
  interface Of2Many<A, B, T> {
    Object call(A first, B second, T[] rest);
  }

  /** Takes nothing but the execution. */
  @FunctionalInterface
  interface In0 {
    Object call(Execution execution);
  }

  /** Takes the execution and one argument. */
  @FunctionalInterface
  interface In1<A> {
    Object call(Execution execution, A first);
  }

  /** Takes the execution and two arguments. */
  @FunctionalInterface
  interface In2<A, B> {
    Object call(Execution execution, A first, B second);
  }

  /** Takes the execution and three arguments. */
  @FunctionalInterface
  interface In3<A, B, C> {
    Object call(Execution execution, A first, B second, C third);
  }

  /** Takes the execution and four arguments. */
  @FunctionalInterface
  interface In4<A, B, C, D> {
    Object call(Execution execution, A first, B second, C third, D fourth);
  }

  /** Takes the execution and five arguments. */
  @FunctionalInterface
  interface In5<A, B, C, D, E> {
    Object call(Execution execution, A first, B second, C third, D fourth, E fifth);
  }

  /** Takes the execution and six arguments. */
  @FunctionalInterface
  interface In6<A, B, C, D, E, F> {
    Object call(Execution execution, A first, B second, C third, D fourth, E fifth, F sixth);
  }

  /** Takes the execution and any number of arguments. */
  @FunctionalInterface
  interface InMany<T> {
    Object call(Execution execution, T[] all);
  }

  /** Takes the execution, one argument and any number of others. */
  @FunctionalInterface
  interface In1Many<A, T> {
    Object call(Execution execution, A first, T[] rest);
  }
}
