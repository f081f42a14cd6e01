package dev.pintle.values;

/**
 * Go's {@code uint64}: what the numbers of a semantic version are in templates. Kept apart from
 * {@link GoInt} and {@code int64} since templates can see the difference. Immutable.
 */
public final class GoUint64 extends Number implements Comparable<GoUint64> {

  private static final long serialVersionUID = 1L;

  private final long bits;

  private GoUint64(long bits) {
    this.bits = bits;
  }

  /** Gives the {@code uint64} of those bits: a negative number stands for one above 2^63. */
  public static GoUint64 of(long bits) {
    return new GoUint64(bits);
  }

  @Override
  public int intValue() {
    return (int) bits;
  }

  /** The bits; negative for a number above 2^63. */
  @Override
  public long longValue() {
    return bits;
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    if (bits >= 0) {
      return bits;
    }
    // The lowest bit is kept in the half, so that rounding sees it.
    return (double) ((bits >>> 1) | (bits & 1)) * 2;
  }

  @Override
  public int compareTo(GoUint64 other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoUint64 that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
