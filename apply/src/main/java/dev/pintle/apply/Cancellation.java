package dev.pintle.apply;

import java.util.ArrayList;
import java.util.List;

/**
 * A word from outside that an operation is to stop. It is heard between any two steps and while
 * waiting; what was begun is recorded as failed. Safe for use by several threads.
 */
public final class Cancellation {

  private final List<Runnable> listeners = new ArrayList<>();
  private String reason;

  /**
   * Asks to stop. Only the first call counts.
   *
   * @param why for the record, such as {@code interrupted}
   */
  public void cancel(String why) {
    List<Runnable> toTell;
    synchronized (listeners) {
      if (reason != null) {
        return;
      }
      reason = why;
      toTell = List.copyOf(listeners);
      listeners.clear();
    }
    toTell.forEach(Runnable::run);
  }

  /** Why the operation is to stop, or null if it may go on. */
  public String reason() {
    synchronized (listeners) {
      return reason;
    }
  }

  /**
   * Runs an action as soon as somebody cancels; now, if that has happened.
   *
   * @return takes the action back
   */
  public Runnable onCancel(Runnable action) {
    synchronized (listeners) {
      if (reason == null) {
        listeners.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  private void remove(Runnable action) {
    synchronized (listeners) {
      listeners.remove(action);
    }
  }
}
