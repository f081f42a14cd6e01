package dev.pintle.render.function;

import dev.pintle.values.GoType;
import java.util.List;
import java.util.stream.Stream;

/**
 * A template function: its name, its parameters, what it does, and what else must be known of it.
 * Immutable.
 *
 * <pre>{@code
 * of("trimSuffix", STRING, STRING, StringFunctions::trimSuffix)
 * of("dict", ANY.many(), DictFunctions::dict)
 * of("randInt", INT, INT, RandomFunctions::number).random()
 * }</pre>
 *
 * <p>Whoever calls a function has checked the number of arguments and their types against the
 * parameters, with Go's conversions and Go's messages; the body can rely on them.
 */
public final class Function {

  private final String name;
  private final List<GoType> parameters;
  private final GoType variadic;
  private final Body body;
  private final Traits traits;

  private Function(
      String name, List<GoType> parameters, GoType variadic, Body body, Traits traits) {
    this.name = name;
    this.parameters = parameters;
    this.variadic = variadic;
    this.body = body;
    this.traits = traits;
  }

  private static Function fixed(String name, Body body, Param<?>... parameters) {
    return new Function(name, types(parameters), null, body, Traits.NONE);
  }

  private static Function variadic(
      String name, Body body, Param.Many<?> rest, Param<?>... parameters) {
    GoType type = rest.each().type();
    List<GoType> fixed =
        rest.isOneNeeded()
            ? Stream.concat(types(parameters).stream(), Stream.of(type)).toList()
            : types(parameters);
    return new Function(name, fixed, type, body, Traits.NONE);
  }

  private static List<GoType> types(Param<?>... parameters) {
    return Stream.of(parameters).<GoType>map(Param::type).toList();
  }

  private static boolean areAsTheyAre(Param<?>... parameters) {
    return Stream.of(parameters).allMatch(Param::isAsItIs);
  }

  /** A function of no argument. */
  public static Function of(String name, Body.Of0 body) {
    return fixed(name, body);
  }

  /** A function of one argument. */
  public static <A> Function of(String name, Param<A> first, Body.Of1<A> body) {
    return fixed(name, areAsTheyAre(first) ? body : (x, a) -> body.apply(first.read(a[0])), first);
  }

  /** A function of two arguments. */
  public static <A, B> Function of(
      String name, Param<A> first, Param<B> second, Body.Of2<A, B> body) {
    return fixed(
        name,
        areAsTheyAre(first, second)
            ? body
            : (x, a) -> body.apply(first.read(a[0]), second.read(a[1])),
        first,
        second);
  }

  /** A function of three arguments. */
  public static <A, B, C> Function of(
      String name, Param<A> first, Param<B> second, Param<C> third, Body.Of3<A, B, C> body) {
    return fixed(
        name,
        areAsTheyAre(first, second, third)
            ? body
            : (x, a) -> body.apply(first.read(a[0]), second.read(a[1]), third.read(a[2])),
        first,
        second,
        third);
  }

  /** A function of any number of arguments. */
  public static <T> Function of(String name, Param.Many<T> rest, Body.OfMany<T> body) {
    return variadic(name, rest.isAsItIs() ? body : (x, a) -> body.apply(rest.read(a, 0)), rest);
  }

  /** A function of one argument and any number of others. */
  public static <A, T> Function of(
      String name, Param<A> first, Param.Many<T> rest, Body.Of1Many<A, T> body) {
    return variadic(name, (x, a) -> body.apply(first.read(a[0]), rest.read(a, 1)), rest, first);
  }

  /** A function of two arguments and any number of others. */
  public static <A, B, T> Function of(
      String name,
      Param<A> first,
      Param<B> second,
      Param.Many<T> rest,
      Body.Of2Many<A, B, T> body) {
    return variadic(
        name,
        (x, a) -> body.apply(first.read(a[0]), second.read(a[1]), rest.read(a, 2)),
        rest,
        first,
        second);
  }

  /** A function of no argument, which needs the execution. */
  public static Function of(String name, Body.In0 body) {
    return fixed(name, body);
  }

  /** A function of one argument, which needs the execution. */
  public static <A> Function of(String name, Param<A> first, Body.In1<A> body) {
    return fixed(
        name, areAsTheyAre(first) ? body : (x, a) -> body.apply(x, first.read(a[0])), first);
  }

  /** A function of two arguments, which needs the execution. */
  public static <A, B> Function of(
      String name, Param<A> first, Param<B> second, Body.In2<A, B> body) {
    return fixed(
        name,
        areAsTheyAre(first, second)
            ? body
            : (x, a) -> body.apply(x, first.read(a[0]), second.read(a[1])),
        first,
        second);
  }

  /** A function of three arguments, which needs the execution. */
  public static <A, B, C> Function of(
      String name, Param<A> first, Param<B> second, Param<C> third, Body.In3<A, B, C> body) {
    return fixed(
        name,
        areAsTheyAre(first, second, third)
            ? body
            : (x, a) -> body.apply(x, first.read(a[0]), second.read(a[1]), third.read(a[2])),
        first,
        second,
        third);
  }

  /** A function of four arguments, which needs the execution. */
  public static <A, B, C, D> Function of(
      String name,
      Param<A> first,
      Param<B> second,
      Param<C> third,
      Param<D> fourth,
      Body.In4<A, B, C, D> body) {
    return fixed(
        name,
        areAsTheyAre(first, second, third, fourth)
            ? body
            : (x, a) ->
                body.apply(
                    x, first.read(a[0]), second.read(a[1]), third.read(a[2]), fourth.read(a[3])),
        first,
        second,
        third,
        fourth);
  }

  /** A function of five arguments, which needs the execution. */
  public static <A, B, C, D, E> Function of(
      String name,
      Param<A> first,
      Param<B> second,
      Param<C> third,
      Param<D> fourth,
      Param<E> fifth,
      Body.In5<A, B, C, D, E> body) {
    return fixed(
        name,
        areAsTheyAre(first, second, third, fourth, fifth)
            ? body
            : (x, a) ->
                body.apply(
                    x,
                    first.read(a[0]),
                    second.read(a[1]),
                    third.read(a[2]),
                    fourth.read(a[3]),
                    fifth.read(a[4])),
        first,
        second,
        third,
        fourth,
        fifth);
  }

  /** A function of six arguments, which needs the execution. */
  public static <A, B, C, D, E, F> Function of(
      String name,
      Param<A> first,
      Param<B> second,
      Param<C> third,
      Param<D> fourth,
      Param<E> fifth,
      Param<F> sixth,
      Body.In6<A, B, C, D, E, F> body) {
    return fixed(
        name,
        areAsTheyAre(first, second, third, fourth, fifth, sixth)
            ? body
            : (x, a) ->
                body.apply(
                    x,
                    first.read(a[0]),
                    second.read(a[1]),
                    third.read(a[2]),
                    fourth.read(a[3]),
                    fifth.read(a[4]),
                    sixth.read(a[5])),
        first,
        second,
        third,
        fourth,
        fifth,
        sixth);
  }

  /** A function of any number of arguments, which needs the execution. */
  public static <T> Function of(String name, Param.Many<T> rest, Body.InMany<T> body) {
    return variadic(name, rest.isAsItIs() ? body : (x, a) -> body.apply(x, rest.read(a, 0)), rest);
  }

  /** A function of one argument and any number of others, which needs the execution. */
  public static <A, T> Function of(
      String name, Param<A> first, Param.Many<T> rest, Body.In1Many<A, T> body) {
    return variadic(name, (x, a) -> body.apply(x, first.read(a[0]), rest.read(a, 1)), rest, first);
  }

  private Function with(Traits others) {
    return new Function(name, parameters, variadic, body, others);
  }

  /** The same with more names; a failure is told of the name that was called. */
  public Function alsoCalled(String... names) {
    return with(traits.called(names));
  }

  /** Charts have it, and what Helm does with other texts has it not. */
  public Function ofHelm() {
    return with(traits.helms());
  }

  /** It gives something else each time. */
  public Function random() {
    return with(traits.random());
  }

  /** It gives back a part of what it is given, so that its result takes no memory of its own. */
  public Function picking() {
    return with(traits.picking());
  }

  /** It needs a library that may be left out; where it is, a call fails and names it. */
  public Function needing(Library library) {
    return new Function(name, parameters, variadic, library.neededBy(body), traits);
  }

  /** It tells the nil of a map's entry or a list's element from the nil of a pipeline. */
  public Function failingOfNilEntry(String error) {
    return with(traits.ofNilEntry(error));
  }

  /** Where a chart is looked at and not rendered, another function takes its place. */
  public Function inLint(Function other) {
    return with(traits.lenient(other));
  }

  /** The name that templates call it by. */
  public String name() {
    return name;
  }

  /** The types of the fixed parameters. */
  public List<GoType> parameters() {
    return parameters;
  }

  /** The type of each further argument, or null if there are none. */
  public GoType variadic() {
    return variadic;
  }

  /** What it does. */
  public Body body() {
    return body;
  }

  /** True if only charts have it. */
  public boolean isHelms() {
    return traits.isHelms();
  }

  /** True if it gives something else each time, unless the random source is seeded. */
  public boolean isRandom() {
    return traits.isRandom();
  }

  /** True if it gives back a part of what it is given. */
  public boolean isPicking() {
    return traits.isPicking();
  }

  /**
   * Its error if it is given an entry or element that is nil; null if any nil is the same to it.
   */
  public String errorOfNilEntry() {
    return traits.ofNilEntry();
  }

  /** What takes its place where a chart is looked at and not rendered; mostly itself. */
  Function lenient() {
    return traits.lenient() == null ? this : traits.lenient();
  }

  /** The function under each of its names. */
  Stream<Function> named() {
    return Stream.concat(
        Stream.of(this),
        traits.otherNames().stream()
            .map(other -> new Function(other, parameters, variadic, body, traits)));
  }
}
