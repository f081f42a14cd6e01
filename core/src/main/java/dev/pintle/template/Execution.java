package dev.pintle.template;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What one rendering has: its limits and how much of them is used, its clock, its random source,
 * and what it may ask the world. Used by one thread.
 */
public final class Execution {

  private final Budget budget;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomSource random;
  private final ClusterReader cluster;
  private final boolean dnsEnabled;
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
    this(new Budget(limits, "rendering"), clock, zone, random, cluster, dnsEnabled);
  }

  /**
   * The same as a part of more work.
   *
   * @param budget counts what the rendering takes
   * @param zone Go's {@code time.Local}
   * @param dnsEnabled whether {@code getHostByName} may ask
   */
  public Execution(
      Budget budget,
      InstantSource clock,
      ZoneId zone,
      RandomSource random,
      ClusterReader cluster,
      boolean dnsEnabled) {
    this.budget = budget;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
    this.cluster = cluster;
    this.dnsEnabled = dnsEnabled;
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
    return budget.limits();
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

  /** What the rendering has used of steps, memory and time. */
  public Budget budget() {
    return budget;
  }

  /** Counts one step of a template; every so often looks at the clock. */
  public void step() {
    budget.step();
  }

  /**
   * Counts steps that a function takes inside, such as a match; every so often looks at the clock.
   */
  public void worked(long moreSteps) {
    budget.worked(moreSteps);
  }

  /** Counts a function call that gave back that many bytes which were not there before. */
  public void called(long newBytes) {
    budget.called(newBytes);
  }

  /** Counts memory that may be kept until the rendering ends. */
  public void built(long bytes) {
    budget.built(bytes);
  }

  /** Counts text that a template wrote. */
  public void wrote(int chars) {
    outputBytes += chars;
    if (outputBytes > limits().of(Limit.OUTPUT_BYTES)) {
      throw new LimitException(
          Limit.OUTPUT_BYTES,
          "the templates wrote more than " + limits().of(Limit.OUTPUT_BYTES) + " bytes");
    }
  }

  /** To be asked before a function builds a string or list of that size. */
  public void willBuild(long size) {
    budget.willBuild(size);
  }

  /** Goes one call of a named template deeper. */
  public void enter() {
    if (++depth > limits().of(Limit.CALL_DEPTH)) {
      throw new LimitException(
          Limit.CALL_DEPTH,
          "templates call each other more than " + limits().of(Limit.CALL_DEPTH) + " deep");
    }
  }

  /** Comes back from a call of a named template. */
  public void leave() {
    depth--;
  }
}
