package dev.pintle.render.function.random;

import dev.pintle.template.RandomSource;

/** Whole numbers from a source of random bytes; none is likelier than another. */
public final class RandomNumbers {

  private static final int BUFFERED = 64;

  private final RandomSource source;
  private final byte[] buffer = new byte[BUFFERED];
  private int used = BUFFERED;

  public RandomNumbers(RandomSource source) {
    this.source = source;
  }

  /** A number from 0 to below the bound, which is positive. */
  public long below(long bound) {
    long mask = bound == 1 ? 0 : -1L >>> Long.numberOfLeadingZeros(bound - 1);
    long number;
    do {
      number = 0;
      for (long rest = mask; rest != 0; rest >>>= Byte.SIZE) {
        number = number << Byte.SIZE | nextByte();
      }
      number &= mask;
    } while (number >= bound);
    return number;
  }

  private int nextByte() {
    if (used == BUFFERED) {
      source.nextBytes(buffer);
      used = 0;
    }
    return buffer[used++] & 0xFF;
  }
}
