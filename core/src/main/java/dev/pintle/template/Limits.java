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
   * Enough for every public chart that we know, many times over. Calls may nest a little deeper
   * than Go and Helm allow (1,000 includes of one name, 100,000 uses of {@code template}), so that
   * their own messages come first.
   */
  public static Limits defaults() {
    return new Limits(256L << 20, 200_000_000L, Duration.ofMinutes(5), 100_100, 64 << 20);
  }

  /** Tighter, for charts from people one does not know. */
  public static Limits forStrangers() {
    return new Limits(32L << 20, 20_000_000L, Duration.ofSeconds(20), 200, 8 << 20);
  }
}
