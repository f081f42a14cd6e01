package dev.pintle.values;

/**
 * Go's {@code int}: what an integer literal in a template, {@code len} or {@code until} gives.
 *
 * <p>Go keeps {@code int} apart from {@code int64} (what {@code --set} and most of Sprig's
 * arithmetic give, a {@link Long} here) and from {@code float64} (what YAML gives, a {@link Double}
 * here). Templates can see the difference through {@code kindOf}, {@code typeOf} and {@code
 * printf}. Instances are immutable and safe to share.
 */
public final class GoInt extends Number implements Comparable<GoInt> {

  private static final long serialVersionUID = 1L;
  private static final int CACHED_FROM = -128;
  private static final GoInt[] CACHE = new GoInt[1152];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new GoInt((long) i + CACHED_FROM);
    }
  }

  private final long value;

  private GoInt(long value) {
    this.value = value;
  }

  /** Gives the {@code int} of that value; small ones are shared. */
  public static GoInt of(long value) {
    if (value >= CACHED_FROM && value < CACHED_FROM + CACHE.length) {
      return CACHE[(int) (value - CACHED_FROM)];
    }
    return new GoInt(value);
  }

  @Override
  public int intValue() {
    return (int) value;
  }

  @Override
  public long longValue() {
    return value;
  }

  @Override
  public float floatValue() {
    return value;
  }

  @Override
  public double doubleValue() {
    return value;
  }

  @Override
  public int compareTo(GoInt other) {
    return Long.compare(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoInt that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
