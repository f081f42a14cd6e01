package dev.pintle.chart;

import dev.pintle.go.time.Moment;
import java.util.List;

/**
 * What {@code Chart.lock} says; what it does not say is empty.
 *
 * @param generated when it was written; {@link Moment#ZERO} if it does not say
 * @param digest of the dependencies that it was written for
 * @param dependencies with the versions that were found for them
 */
public record Lock(Moment generated, String digest, List<Dependency> dependencies) {

  /** The list is copied. */
  public Lock {
    dependencies = List.copyOf(dependencies);
  }
}
