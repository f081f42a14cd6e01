package dev.pintle.render.function;

import dev.pintle.template.Execution;

/**
 * What a function does. Stateless: all state of a rendering is in the execution.
 *
 * <p>Functions are written with parameters of Java's types: as {@link Of0} to {@link Of3} if they
 * need nothing but their arguments, as {@link In0} to {@link In6} if they need the execution too.
 * {@code T[]} stands for any number of arguments at the end. Where arguments are passed on as they
 * are, such a function is of this form by itself; else {@link Function#of} puts it there.
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
  interface Of0 extends Body {
    Object apply();

    @Override
    default Object call(Execution execution, Object[] a) {
      return apply();
    }
  }

  /** Takes one argument. */
  @FunctionalInterface
  interface Of1<A> extends Body {
    Object apply(A first);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply((A) a[0]);
    }
  }

  /** Takes two arguments. */
  @FunctionalInterface
  interface Of2<A, B> extends Body {
    Object apply(A first, B second);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply((A) a[0], (B) a[1]);
    }
  }

  /** Takes three arguments. */
  @FunctionalInterface
  interface Of3<A, B, C> extends Body {
    Object apply(A first, B second, C third);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply((A) a[0], (B) a[1], (C) a[2]);
    }
  }

  /** Takes any number of arguments. */
  @FunctionalInterface
  interface OfMany<T> extends Body {
    Object apply(T[] all);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply((T[]) a);
    }
  }

  /** Takes one argument and any number of others. */
  @FunctionalInterface
  interface Of1Many<A, T> {
    Object apply(A first, T[] rest);
  }

  /** Takes two arguments and any number of others. */
  @FunctionalInterface
  interface Of2Many<A, B, T> {
    Object apply(A first, B second, T[] rest);
  }

  /** Takes nothing but the execution. */
  @FunctionalInterface
  interface In0 extends Body {
    Object apply(Execution execution);

    @Override
    default Object call(Execution execution, Object[] a) {
      return apply(execution);
    }
  }

  /** Takes the execution and one argument. */
  @FunctionalInterface
  interface In1<A> extends Body {
    Object apply(Execution execution, A first);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (A) a[0]);
    }
  }

  /** Takes the execution and two arguments. */
  @FunctionalInterface
  interface In2<A, B> extends Body {
    Object apply(Execution execution, A first, B second);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (A) a[0], (B) a[1]);
    }
  }

  /** Takes the execution and three arguments. */
  @FunctionalInterface
  interface In3<A, B, C> extends Body {
    Object apply(Execution execution, A first, B second, C third);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (A) a[0], (B) a[1], (C) a[2]);
    }
  }

  /** Takes the execution and four arguments. */
  @FunctionalInterface
  interface In4<A, B, C, D> extends Body {
    Object apply(Execution execution, A first, B second, C third, D fourth);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (A) a[0], (B) a[1], (C) a[2], (D) a[3]);
    }
  }

  /** Takes the execution and five arguments. */
  @FunctionalInterface
  interface In5<A, B, C, D, E> extends Body {
    Object apply(Execution execution, A first, B second, C third, D fourth, E fifth);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (A) a[0], (B) a[1], (C) a[2], (D) a[3], (E) a[4]);
    }
  }

  /** Takes the execution and six arguments. */
  @FunctionalInterface
  interface In6<A, B, C, D, E, F> extends Body {
    Object apply(Execution execution, A first, B second, C third, D fourth, E fifth, F sixth);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (A) a[0], (B) a[1], (C) a[2], (D) a[3], (E) a[4], (F) a[5]);
    }
  }

  /** Takes the execution and any number of arguments. */
  @FunctionalInterface
  interface InMany<T> extends Body {
    Object apply(Execution execution, T[] all);

    @Override
    @SuppressWarnings("unchecked") // for parameters that are read as they are
    default Object call(Execution execution, Object[] a) {
      return apply(execution, (T[]) a);
    }
  }

  /** Takes the execution, one argument and any number of others. */
  @FunctionalInterface
  interface In1Many<A, T> {
    Object apply(Execution execution, A first, T[] rest);
  }
}
