package dev.pintle.apply;

import dev.pintle.apply.ApplyException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One operation of an applier on its way: knows when it is to end, and tells who listens how far it
 * is. An applier asks it between any two steps. Safe for use by several threads.
 */
public final class Course implements AutoCloseable {

  private final Supervision supervision;
  private final long deadline;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<Runnable> onStop = new ArrayList<>();
  private final Runnable forget;
  private ApplyException why;

  /** An operation that begins now. */
  public Course(Supervision supervision) {
    this.supervision = supervision;
    Duration inAll = supervision.deadline();
    this.deadline = inAll == null ? Long.MAX_VALUE : System.nanoTime() + inAll.toNanos();
    this.forget =
        supervision
            .cancellation()
            .onCancel(() -> stop(new ApplyException(Reason.CANCELLED, "context canceled")));
  }

  /** Ends the operation between this step and the next; only the first call counts. */
  public void stop(ApplyException reason) {
    List<Runnable> toTell;
    synchronized (this) {
      if (why != null) {
        return;
      }
      why = reason;
      toTell = List.copyOf(onStop);
      onStop.clear();
    }
    stopped.countDown();
    toTell.forEach(Runnable::run);
  }

  /** Runs an action when the operation is stopped; now, if it has been. */
  public void whenStopped(Runnable action) {
    synchronized (this) {
      if (why == null) {
        onStop.add(action);
        return;
      }
    }
    action.run();
  }

  /**
   * Looks whether the operation may go on.
   *
   * @throws ApplyException if it was cancelled, has lost its release, or is out of time
   */
  public void check() {
    if (isOutOfTime()) {
      stop(new ApplyException(Reason.TIMED_OUT, "context deadline exceeded"));
    }
    synchronized (this) {
      if (why != null) {
        throw new ApplyException(why.reason(), why.getMessage(), why.diagnostics(), null, why);
      }
    }
  }

  /** True if the operation has been stopped. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private boolean isOutOfTime() {
    return deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0;
  }

  /** How long a wait may take that wants to take that long, so that the deadline is kept. */
  public Duration within(Duration wanted) {
    if (deadline == Long.MAX_VALUE) {
      return wanted;
    }
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    return left.compareTo(wanted) < 0 ? left : wanted;
  }

  /** How long each wait may take. */
  public Duration timeout() {
    return supervision.timeout();
  }

  /** Waits a while, and less if the operation is stopped; then looks whether it may go on. */
  public void pause(Duration time) {
    try {
      stopped.await(within(time).toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(new ApplyException(Reason.CANCELLED, "context canceled"));
    }
    check();
  }

  /** Tells who listens of a step. */
  public void tell(Progress event) {
    synchronized (supervision) {
      supervision.progress().on(event);
    }
  }

  /** Listens to nobody any more. */
  @Override
  public void close() {
    forget.run();
  }
}
