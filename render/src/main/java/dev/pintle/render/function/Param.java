package dev.pintle.render.function;

import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A parameter of a function: the Go type that its argument is checked against, and what the
 * function's Java gets for it. Immutable.
 *
 * @param <T> what the function gets
 */
public final class Param<T> {

  /** Lets everything in; Go's nil is null. */
  public static final Param<Object> ANY = of(GoType.ANY, Object.class);

  /** A text. */
  public static final Param<String> STRING = of(GoType.STRING, String.class);

  /** True or false. */
  public static final Param<Boolean> BOOL = of(GoType.BOOL, Boolean.class);

  /** An {@code int}, which has 64 bits in Go. */
  public static final Param<Long> INT = number(GoType.INT);

  /** An {@code int64}. */
  public static final Param<Long> INT64 = number(GoType.INT64);

  /** A constant that fits; no value has this type. */
  public static final Param<Long> UINT32 = number(GoType.UINT32);

  /** A {@code float64}. */
  public static final Param<Double> FLOAT64 = of(GoType.FLOAT64, Double.class);

  /**
   * A {@code map[string]interface {}}, which is what {@code .Values} becomes as an argument; nil is
   * one without entries, which cannot be written to.
   */
  public static final Param<Table> MAP =
      of(GoType.MAP, Table.class, value -> value == null ? Table.nil(GoType.MAP) : map(value));

  /** An {@code []interface {}}, and no list of another type; null may stand for nil. */
  public static final Param<Sequence> LIST = of(GoType.LIST, Sequence.class);

  private final GoType type;
  private final Class<T> javaType;
  private final Function<Object, T> reader;

  private Param(GoType type, Class<T> javaType, Function<Object, T> reader) {
    this.type = type;
    this.javaType = javaType;
    this.reader = reader;
  }

  /** A parameter whose values are of one Java type. */
  public static <T> Param<T> of(GoType type, Class<T> javaType) {
    return new Param<>(type, javaType, null);
  }

  /** A parameter whose values the reader turns into what the function wants. */
  public static <T> Param<T> of(GoType type, Class<T> javaType, Function<Object, T> reader) {
    return new Param<>(type, javaType, reader);
  }

  private static Param<Long> number(GoType type) {
    return of(type, Long.class, value -> ((Number) value).longValue());
  }

  private static Table map(Object value) {
    return ((Table) value).viewAs(GoType.MAP);
  }

  /** What arguments are checked against. */
  public GoType type() {
    return type;
  }

  /** Any number of arguments of this type, at the end. */
  public Many<T> many() {
    return new Many<>(this, false);
  }

  /** At least one argument of this type, at the end. */
  public Many<T> oneOrMore() {
    return new Many<>(this, true);
  }

  /** True if the function gets arguments as they are. */
  boolean isAsItIs() {
    return reader == null;
  }

  /** An argument as the function gets it. */
  @SuppressWarnings("unchecked") // whoever calls has checked the argument against the type
  T read(Object argument) {
    return reader == null ? (T) argument : reader.apply(argument);
  }

  /**
   * The last arguments of a function.
   *
   * @param <T> what the function gets for each
   * @param each what each of them is
   * @param isOneNeeded whether Go declares the first of them apart from the others
   */
  public record Many<T>(Param<T> each, boolean isOneNeeded) {

    /** True if the function gets arguments as they are. */
    boolean isAsItIs() {
      return each.javaType == Object.class;
    }

    /** The arguments from there on; nothing is copied if they are all, and may be anything. */
    @SuppressWarnings("unchecked") // the array is made for the type
    T[] read(Object[] arguments, int from) {
      if (isAsItIs()) {
        return (T[])
            (from == 0 ? arguments : Arrays.copyOfRange(arguments, from, arguments.length));
      }
      T[] values = (T[]) Array.newInstance(each.javaType, arguments.length - from);
      for (int i = 0; i < values.length; i++) {
        values[i] = each.read(arguments[from + i]);
      }
      return values;
    }
  }
}
