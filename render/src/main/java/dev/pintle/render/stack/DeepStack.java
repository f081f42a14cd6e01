package dev.pintle.render.stack;

import dev.pintle.limit.LimitException;

/**
 * Room for templates that call each other deeply. Go's stacks grow, a Java thread's does not: from
 * some depth on, the calls go on in a thread of their own with a large stack, while the caller's
 * thread waits, so that a caller needs no more than the stack that every thread has.
 */
public final class DeepStack {

  private static final int CALLS_ON_CALLERS_STACK = 40;
  private static final int CALLS_ON_ONE_STACK = 1000;
  private static final long STACK_BYTES = 64L << 20;

  private DeepStack() {}

  /** True if the call of that depth shall begin a new stack. */
  public static boolean isNeeded(int depth) {
    return depth % CALLS_ON_ONE_STACK == CALLS_ON_CALLERS_STACK;
  }

  /** Runs the task on a stack of its own and gives back what it throws. */
  public static void run(Runnable task) {
    Outcome outcome = new Outcome();
    Thread thread =
        new Thread(null, () -> outcome.of(task), Thread.currentThread().getName(), STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    outcome.rethrow();
  }

  /** What to say if even a large stack does not do. */
  public static LimitException exhausted() {
    return new LimitException("the templates nest deeper than a thread's stack allows");
  }

  private static final class Outcome {
    private RuntimeException exception;
    private Error error;

    void of(Runnable task) {
      try {
        task.run();
      } catch (RuntimeException e) {
        exception = e;
      } catch (StackOverflowError e) {
        exception = exhausted();
      } catch (Error e) {
        error = e;
      }
    }

    void rethrow() {
      if (error != null) {
        throw error;
      }
      if (exception != null) {
        throw exception;
      }
    }
  }
}
