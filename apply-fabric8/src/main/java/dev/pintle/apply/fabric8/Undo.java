package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Cancellation;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Supervision;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.diagnostic.PintleException;
import java.util.List;
import java.util.Set;

/**
 * Undoes a failed revision: {@code --rollback-on-failure}. A first install is taken away, an
 * upgrade gives way to the last good revision. It has its own time, since what failed may have
 * failed for lack of it, and nobody can cancel it.
 */
final class Undo {

  private final Connection connection;
  private final ApplyOptions options;
  private final Session session;
  private final Set<ObjectRef> spared;

  /**
   * An undoing.
   *
   * @param spared the objects that it must not take away
   */
  Undo(Connection connection, ApplyOptions options, Session session, Set<ObjectRef> spared) {
    this.spared = spared;
    this.connection = connection;
    this.options = options;
    this.session = session;
  }

  /** Undoes it, and gives the failure as it is to be told then. */
  ApplyException undo(ReleaseRecord failed, ApplyException failure) {
    return switch (session.outcomes().operation()) {
      case INSTALL -> uninstall(failed, failure);
      case UPGRADE -> rollBack(failed, failure);
      default -> failure;
    };
  }

  private Supervision supervision() {
    return new Supervision(
        options.supervision().timeout(),
        null,
        new Cancellation(),
        options.supervision().progress());
  }

  private ApplyException uninstall(ReleaseRecord failed, ApplyException failure) {
    session.course().tell(new Progress.Undoing(Operation.UNINSTALL, failure.getMessage()));
    UninstallOptions defaults = UninstallOptions.defaults();
    UninstallOptions undo =
        new UninstallOptions(
            supervision(),
            options.waitFor(),
            false,
            defaults.cascade(),
            options.noHooks(),
            false,
            false,
            "",
            defaults.abandonedAfter());
    try {
      ApplyResult result =
          new Uninstallation(connection, failed.name(), failed.namespace(), undo, spared).run();
      session.outcomes().undone(result);
      return Failures.prefixed(
          "release "
              + failed.name()
              + " failed, and has been uninstalled due to rollback-on-failure being set: ",
          failure);
    } catch (PintleException e) {
      return andThen(
          "an error occurred while uninstalling the release. original install error: ", failure, e);
    }
  }

  private ApplyException rollBack(ReleaseRecord failed, ApplyException failure) {
    List<Entry> entries;
    try {
      entries = connection.releases().store().entries(failed.name(), failed.namespace());
    } catch (PintleException e) {
      return andThen(
          "an error occurred while finding last successful release. original upgrade error: ",
          failure,
          e);
    }
    Entry good = null;
    for (Entry entry : entries) {
      good = entry.status().wasDeployed() ? entry : good;
    }
    if (good == null) {
      return Failures.prefixed(
          "unable to find a previously successful release when attempting to rollback."
              + " original upgrade error: ",
          failure);
    }
    session.course().tell(new Progress.Undoing(Operation.ROLLBACK, failure.getMessage()));
    ApplyOptions undo =
        new ApplyOptions(
            supervision(),
            options.mode(),
            options.waitFor(),
            options.waitForJobs(),
            options.dryRun(),
            new ApplyOptions.Undo(false, false),
            options.force(),
            options.method(),
            false,
            options.noHooks(),
            true,
            "",
            java.util.Map.of(),
            0, // as Helm: the next operation makes room
            options.abandonedAfter());
    try {
      session
          .outcomes()
          .undone(
              new Rollback(
                      connection, failed.name(), failed.namespace(), good.revision(), undo, spared)
                  .run());
      return Failures.prefixed(
          "release "
              + failed.name()
              + " failed, and has been rolled back due to rollback-on-failure being set: ",
          failure);
    } catch (PintleException e) {
      return andThen(
          "an error occurred while rolling back the release. original upgrade error: ", failure, e);
    }
  }

  private static ApplyException andThen(
      String prefix, ApplyException failure, PintleException further) {
    return new ApplyException(
        failure.reason(),
        prefix + failure.getMessage() + ": " + further.getMessage(),
        java.util.stream.Stream.concat(
                failure.diagnostics().stream(), further.diagnostics().stream())
            .toList(),
        null,
        failure);
  }
}
