package dev.pintle.limit;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * A number for each {@link Limit}. Immutable.
 *
 * <pre>{@code
 * Limits limits = Limits.forStrangers().with(Limit.MILLIS, 5_000);
 * Chart chart = ChartLoader.with(limits).load(path);
 * Pintle pintle = Pintle.builder().limits(limits).build();
 * }</pre>
 */
public final class Limits {

  private static final Limits DEFAULTS = new Limits(Limit::usual);
  private static final Limits FOR_STRANGERS = new Limits(Limit::strict);

  private final long[] numbers;

  private Limits(long[] numbers) {
    this.numbers = numbers;
  }

  private Limits(ToLongFunction<Limit> number) {
    this(Arrays.stream(Limit.values()).mapToLong(number).toArray());
  }

  /** Enough for every public chart that we know, many times over. */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /** Tighter, for charts, values and flags from people one does not know. */
  public static Limits forStrangers() {
    return FOR_STRANGERS;
  }

  /**
   * The same with another number for one limit.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Limits with(Limit limit, long number) {
    if (number < 0) {
      throw new IllegalArgumentException("limit " + limit.key() + " is negative: " + number);
    }
    long[] changed = numbers.clone();
    changed[limit.ordinal()] = number;
    return new Limits(changed);
  }

  /** The number of a limit. */
  public long of(Limit limit) {
    return numbers[limit.ordinal()];
  }

  /** The number of a limit, or the largest {@code int}, for what is counted with an {@code int}. */
  public int intOf(Limit limit) {
    return (int) Math.min(of(limit), Integer.MAX_VALUE);
  }
}
