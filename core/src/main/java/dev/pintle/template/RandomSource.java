package dev.pintle.template;

import java.security.SecureRandom;

/**
 * Where random template functions take their bytes from. Implementations may be used by one
 * rendering at a time only, unless they say more.
 */
@FunctionalInterface
public interface RandomSource {

  /** Fills the array with random bytes. */
  void nextBytes(byte[] bytes);

  /** A source for secrets; safe for any number of threads. */
  static RandomSource secure() {
    SecureRandom random = new SecureRandom();
    return random::nextBytes;
  }

  /**
   * A source that gives the same bytes for the same seed, on every machine and every JDK, so that a
   * chart with random values renders to the same text twice. Not for secrets that anybody who knows
   * the seed must not know; for use by one thread.
   *
   * <p>The bytes are those of a stream, taken from its start in the order of the calls. The stream
   * is the blocks 0, 1, 2 … one after the other; block {@code n} is the SHA-256 of the ASCII text
   * {@code pintle random stream 1}, the seed and {@code n}, both as eight bytes, big-endian.
   */
  static RandomSource seeded(long seed) {
    return new SeededStream(seed);
  }

  /**
   * A source as {@link #seeded(long)} gives it, for one of several that share a seed: its seed is
   * the first eight bytes, big-endian, of the SHA-256 of the seed's eight bytes and the label in
   * UTF-8.
   *
   * @param label what the bytes are for, such as the name of a release; other labels, other bytes
   */
  static RandomSource seeded(long seed, String label) {
    return new SeededStream(SeededStream.derive(seed, label));
  }
}
