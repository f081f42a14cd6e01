package dev.pintle.apply;

/**
 * Is told of each step of an operation, by one thread at a time and in order. It must return soon,
 * since the operation waits for it; what it throws ends the operation.
 */
@FunctionalInterface
public interface ProgressListener {

  /** Something has happened. */
  void on(Progress event);
}
