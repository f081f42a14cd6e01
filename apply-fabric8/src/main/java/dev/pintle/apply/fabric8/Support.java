package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.WaitStrategy;

/** What this applier does not do, it refuses. */
final class Support {

  private Support() {}

  /**
   * Refuses what is not supported.
   *
   * @throws ApplyException if options ask for it
   */
  static void require(ApplyOptions options) {
    if (options.waitFor() == WaitStrategy.LEGACY) {
      throw new ApplyException(
          Reason.UNSUPPORTED,
          "wait strategy \"legacy\" is not supported: \"watcher\" waits by kstatus' rules");
    }
  }
}
