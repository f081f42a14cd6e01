package dev.pintle.apply;

import java.time.Duration;

/**
 * How an operation is watched over and ended.
 *
 * @param timeout how long each wait may take, for the objects of a release or for a hook: {@code
 *     --timeout}
 * @param deadline how long the operation may take in all, or null for as long as it needs
 * @param cancellation who may stop it
 * @param progress who is told of each step
 */
public record Supervision(
    Duration timeout, Duration deadline, Cancellation cancellation, ProgressListener progress) {

  /** Helm's timeout of five minutes, no deadline, and nobody who listens. */
  public static Supervision defaults() {
    return new Supervision(Duration.ofMinutes(5), null, new Cancellation(), event -> {});
  }

  /**
   * The settings that all operations have.
   *
   * @param <B> the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    private Duration timeout = Duration.ofMinutes(5);
    private Duration deadline;
    private Cancellation cancellation = new Cancellation();
    private ProgressListener progress = event -> {};

    Builder() {}

    abstract B self();

    Supervision supervision() {
      return new Supervision(timeout, deadline, cancellation, progress);
    }

    /** {@code --timeout}: how long each wait may take; five minutes by default. */
    public B timeout(Duration perWait) {
      this.timeout = perWait;
      return self();
    }

    /** How long the operation may take in all. */
    public B deadline(Duration inAll) {
      this.deadline = inAll;
      return self();
    }

    /** Who may stop the operation. */
    public B cancellation(Cancellation token) {
      this.cancellation = token;
      return self();
    }

    /** Who is told of each step; called by one thread at a time. */
    public B progress(ProgressListener listener) {
      this.progress = listener;
      return self();
    }
  }
}
