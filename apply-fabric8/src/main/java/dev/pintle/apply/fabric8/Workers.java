package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.Course;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Does things for many objects at a time. Safe for use by several threads. */
final class Workers implements AutoCloseable {

  private final ExecutorService threads;

  Workers(int count) {
    threads = Executors.newFixedThreadPool(count, daemons("pintle apply"));
  }

  /** Threads that do not keep a process alive. */
  static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Does something for each, and returns when all are done. None is begun once the operation is
   * stopped.
   *
   * @throws RuntimeException the first that was thrown, or an error, after all others have ended
   */
  <T> void each(Collection<T> items, Course course, Consumer<T> work) {
    course.check();
    List<Future<?>> all = new ArrayList<>();
    for (T item : items) {
      all.add(
          threads.submit(
              () -> {
                course.check();
                work.accept(item);
              }));
    }
    Throwable first = null;
    for (Future<?> each : all) {
      Throwable failure = failure(each, course);
      first = first == null ? failure : first;
    }
    if (first instanceof Error error) {
      throw error; // whatever ends a thread here is to the caller what it would be there
    } else if (first != null) {
      throw (RuntimeException) first;
    }
  }

  private static Throwable failure(Future<?> done, Course course) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          done.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
          course.stop(new ApplyException(ApplyException.Reason.CANCELLED, "context canceled"));
        } catch (ExecutionException e) {
          return e.getCause(); // there are no checked ones
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
