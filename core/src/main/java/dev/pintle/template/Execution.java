package dev.pintle.template;

import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What one rendering has: its limits and how much of them is used, its clock, its random source,
 * and what it may ask the world. Used by one thread.
 */
public final class Execution {

  private static final int STEPS_BETWEEN_CLOCK_READS = 4096;

  /** A function may take a second; a statement that calls none takes next to no time. */
  private static final int CALLS_BETWEEN_CLOCK_READS = 4;

  /** What every object takes, if it holds nothing. */
  private static final int BYTES_OF_NOTHING = 40;

  private final Limits limits;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomSource random;
  private final ClusterReader cluster;
  private final boolean dnsEnabled;
  private final long deadlineNanos;
  private long steps;
  private long calls;
  private long builtBytes;
  private long outputBytes;
  private int depth;

  /**
   * Starts the wall clock.
   *
   * @param zone Go's {@code time.Local}
   * @param dnsEnabled whether {@code getHostByName} may ask
   */
  public Execution(
      Limits limits,
      InstantSource clock,
      ZoneId zone,
      RandomSource random,
      ClusterReader cluster,
      boolean dnsEnabled) {
    this.limits = limits;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
    this.cluster = cluster;
    this.dnsEnabled = dnsEnabled;
    this.deadlineNanos = System.nanoTime() + limits.of(Limit.MILLIS) * 1_000_000;
  }

  /**
   * An execution as {@code helm template} has it: real clock, secure random, no cluster, no DNS.
   */
  public static Execution standard() {
    return new Execution(
        Limits.defaults(),
        InstantSource.system(),
        ZoneId.systemDefault(),
        RandomSource.secure(),
        ClusterReader.none(),
        false);
  }

  public Limits limits() {
    return limits;
  }

  public InstantSource clock() {
    return clock;
  }

  public ZoneId zone() {
    return zone;
  }

  public RandomSource random() {
    return random;
  }

  public ClusterReader cluster() {
    return cluster;
  }

  public boolean dnsEnabled() {
    return dnsEnabled;
  }

  /** Counts one step of a template; every so often looks at the clock. */
  public void step() {
    worked(1);
  }

  /**
   * Counts steps that a function takes inside, such as a match; every so often looks at the clock.
   */
  public void worked(long moreSteps) {
    long unread = steps % STEPS_BETWEEN_CLOCK_READS + moreSteps;
    steps += moreSteps;
    if (unread >= STEPS_BETWEEN_CLOCK_READS) {
      checkSlow();
    }
  }

  /** Counts a function call that gave back that many bytes which were not there before. */
  public void called(long newBytes) {
    willBuild(newBytes);
    built(BYTES_OF_NOTHING + newBytes);
    if (++calls % CALLS_BETWEEN_CLOCK_READS == 0) {
      checkSlow();
    }
  }

  /** Counts memory that may be kept until the rendering ends. */
  public void built(long bytes) {
    builtBytes += bytes;
    if (builtBytes > limits.of(Limit.BUILT_BYTES)) {
      throw new LimitException(
          "the templates built more than " + limits.of(Limit.BUILT_BYTES) + " bytes of values");
    }
  }

  private void checkSlow() {
    if (steps > limits.of(Limit.STEPS)) {
      throw new LimitException("the templates took more than " + limits.of(Limit.STEPS) + " steps");
    }
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new LimitException("the templates took longer than " + limits.of(Limit.MILLIS) + " ms");
    }
  }

  /** Counts text that a template wrote. */
  public void wrote(int chars) {
    outputBytes += chars;
    if (outputBytes > limits.of(Limit.OUTPUT_BYTES)) {
      throw new LimitException(
          "the templates wrote more than " + limits.of(Limit.OUTPUT_BYTES) + " bytes");
    }
  }

  /** To be asked before a function builds a string or list of that size. */
  public void willBuild(long size) {
    if (size > limits.of(Limit.RESULT_BYTES)) {
      throw new LimitException(
          "a function would build "
              + size
              + " characters or items; the limit is "
              + limits.of(Limit.RESULT_BYTES));
    }
  }

  /** Goes one call of a named template deeper. */
  public void enter() {
    if (++depth > limits.of(Limit.CALL_DEPTH)) {
      throw new LimitException(
          "templates call each other more than " + limits.of(Limit.CALL_DEPTH) + " deep");
    }
  }

  /** Comes back from a call of a named template. */
  public void leave() {
    depth--;
  }
}
