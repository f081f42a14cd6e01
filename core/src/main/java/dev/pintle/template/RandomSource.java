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
}
