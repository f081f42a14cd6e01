package dev.pintle.testing;

import dev.pintle.render.Pintle;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Gives what renders charts in tests by default: each time the same of the same chart. */
public final class RepeatablePintle implements Supplier<Pintle> {

  private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

  @Override
  public Pintle get() {
    return Pintle.builder().seed(0).clock(InstantSource.fixed(NEW_YEAR), ZoneOffset.UTC).build();
  }
}
