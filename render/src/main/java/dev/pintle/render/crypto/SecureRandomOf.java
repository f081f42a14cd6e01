package dev.pintle.render.crypto;

import dev.pintle.template.RandomSource;
import java.security.SecureRandom;

/** A random source in the shape that Bouncy Castle wants. */
final class SecureRandomOf extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private final transient RandomSource source;

  SecureRandomOf(RandomSource source) {
    super(null, null); // Without a generator of its own.
    this.source = source;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }
}
