package dev.pintle.template;

import java.time.Duration;

/**
 * What one rendering may use. A chart that needs more ends in a {@link LimitException}; the process
 * goes on.
 *
 * @param outputBytes length of all rendered text together
 * @param steps template nodes evaluated
 * @param time wall time
 * @param includeDepth nesting of {@code include}, {@code tpl} and {@code template}
 * @param stringBytes length of a string, or count of a list, that one function call may build
 */
public record Limits(
    long outputBytes, long steps, Duration time, int includeDepth, int stringBytes) {

  /**
   * Enough for every public chart that we know, many times over. Helm itself stops a template that
   * includes itself after 1,000 calls, so that the depth allowed here is for several that include
   * each other.
   */
  public static Limits defaults() {
    return new Limits(256L << 20, 200_000_000L, Duration.ofMinutes(5), 20_000, 64 << 20);
  }

  /** Tighter, for charts from people one does not know. */
  public static Limits forStrangers() {
    return new Limits(32L << 20, 20_000_000L, Duration.ofSeconds(20), 200, 8 << 20);
  }
}
