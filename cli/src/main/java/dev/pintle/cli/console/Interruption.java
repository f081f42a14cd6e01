package dev.pintle.cli.console;

import dev.pintle.apply.Cancellation;
import java.util.concurrent.CountDownLatch;

/**
 * Ends an operation in order when the user presses Ctrl-C or the process is told to stop: the
 * operation is cancelled, and the process waits until it has recorded that.
 */
public final class Interruption implements AutoCloseable {

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Console console, String release) {
    this.hook = new Thread(() -> stop(console, release), "interruption");
  }

  /** Watches until it is closed. */
  public static Interruption watch(Console console, String release) {
    Interruption interruption = new Interruption(console, release);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What the operation is to ask whether it goes on. */
  public Cancellation cancellation() {
    return cancellation;
  }

  private void stop(Console console, String release) {
    console.out("Release " + release + " has been cancelled.\n");
    console.flush();
    cancellation.cancel("context canceled");
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // the hook was waiting for just that
    }
  }
}
