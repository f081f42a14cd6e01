package dev.pintle.limit;

/**
 * How much one piece of work on a stranger's input has used of its {@link Limits}: steps, memory
 * and time. Loading a chart, reading values, rendering and linting are such pieces of work. Each
 * counts what it does here, so that no input can make it go on for ever: {@link #step} for what
 * takes next to no time, {@link #worked} for more, {@link #built} for memory that stays.
 *
 * <p>The clock starts when the budget is made. Used by one thread.
 */
public final class Budget {

  private static final int STEPS_BETWEEN_CLOCK_READS = 4096;

  /** A function may take a second; a statement that calls none takes next to no time. */
  private static final int CALLS_BETWEEN_CLOCK_READS = 4;

  /** What every object takes, if it holds nothing. */
  private static final int BYTES_OF_NOTHING = 40;

  private final Limits limits;
  private final String work;
  private final long deadlineNanos;
  private long steps;
  private long calls;
  private long builtBytes;

  /**
   * Starts the wall clock.
   *
   * @param work what is done, for messages, such as {@code reading the values}
   */
  public Budget(Limits limits, String work) {
    this.limits = limits;
    this.work = work;
    this.deadlineNanos = System.nanoTime() + limits.of(Limit.MILLIS) * 1_000_000;
  }

  /** The numbers that apply. */
  public Limits limits() {
    return limits;
  }

  /** How many steps have been counted so far. */
  public long steps() {
    return steps;
  }

  /** Counts one step; every so often looks at the clock. */
  public void step() {
    if (++steps % STEPS_BETWEEN_CLOCK_READS == 0) {
      check();
    }
  }

  /**
   * Counts steps; every so often looks at the clock. What takes as long as evaluating one node of a
   * template, some hundred nanoseconds, is one step.
   *
   * @throws LimitException if there are too many, or the time is over
   */
  public void worked(long moreSteps) {
    long unread = steps % STEPS_BETWEEN_CLOCK_READS + moreSteps;
    steps += moreSteps;
    if (unread >= STEPS_BETWEEN_CLOCK_READS) {
      check();
    }
  }

  /**
   * Counts a function call that gave back that many bytes which were not there before.
   *
   * @throws LimitException if that is too much, or the time is over
   */
  public void called(long newBytes) {
    willBuild(newBytes);
    built(BYTES_OF_NOTHING + newBytes);
    if (++calls % CALLS_BETWEEN_CLOCK_READS == 0) {
      check();
    }
  }

  /**
   * Counts memory that may be kept until the work ends.
   *
   * @throws LimitException if that is too much
   */
  public void built(long bytes) {
    builtBytes += bytes;
    if (builtBytes > limits.of(Limit.BUILT_BYTES)) {
      throw new LimitException(
          Limit.BUILT_BYTES,
          work + " built more than " + limits.of(Limit.BUILT_BYTES) + " bytes of values");
    }
  }

  /**
   * To be asked before a string or list of that size is built.
   *
   * @throws LimitException if it would be too large
   */
  public void willBuild(long size) {
    if (size > limits.of(Limit.RESULT_BYTES)) {
      throw new LimitException(
          Limit.RESULT_BYTES,
          "a function would build "
              + size
              + " characters or items; the limit is "
              + limits.of(Limit.RESULT_BYTES));
    }
  }

  /**
   * Looks at the clock, and at the steps counted so far.
   *
   * @throws LimitException if there are too many, or the time is over
   */
  public void check() {
    if (steps > limits.of(Limit.STEPS)) {
      throw new LimitException(
          Limit.STEPS, work + " took more than " + limits.of(Limit.STEPS) + " steps");
    }
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new LimitException(
          Limit.MILLIS, work + " took longer than " + limits.of(Limit.MILLIS) + " ms");
    }
  }
}
