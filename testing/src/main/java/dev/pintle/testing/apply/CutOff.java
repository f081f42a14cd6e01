package dev.pintle.testing.apply;

import dev.pintle.apply.ProgressListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The end of a process in the middle of an operation, as far as one can play it in a test. */
public final class CutOff {

  /** Nothing that an applier may catch. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("the process has ended here");
    }
  }

  private CutOff() {}

  /**
   * Runs an operation and ends it when it tells of a step.
   *
   * @param step which one, from 1
   * @param operation gets the listener that it has to tell
   * @return false if the operation had not so many steps, and so came to its own end
   */
  public static boolean at(int step, Consumer<ProgressListener> operation) {
    AtomicInteger steps = new AtomicInteger();
    try {
      operation.accept(
          event -> {
            if (steps.incrementAndGet() == step) {
              throw new Killed();
            }
          });
      return false;
    } catch (Killed killed) {
      return true;
    } catch (RuntimeException e) {
      if (e.getCause() instanceof Killed) {
        return true;
      }
      throw e;
    }
  }
}
