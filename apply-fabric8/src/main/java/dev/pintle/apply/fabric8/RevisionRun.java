package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Operation;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.diagnostic.PintleException;

/**
 * One revision from its pending record to its end: hooks, objects, waiting, hooks; then it is
 * deployed and those before it are superseded, or it has failed and what the options say is undone.
 */
final class RevisionRun {

  private final Connection connection;
  private final Session session;
  private final ApplyOptions options;
  private final Operation operation;
  private final Rollout rollout;
  private final String doneDescription;

  /**
   * A run.
   *
   * @param doneDescription what the record says if all goes well
   */
  RevisionRun(
      Connection connection,
      Session session,
      ApplyOptions options,
      Rollout rollout,
      String doneDescription) {
    this.connection = connection;
    this.session = session;
    this.options = options;
    this.operation = session.outcomes().operation();
    this.rollout = rollout;
    this.doneDescription = doneDescription;
  }

  /**
   * Runs it.
   *
   * @param pending the record to begin with
   * @throws ApplyException if it fails
   */
  ApplyResult run(ReleaseRecord pending) {
    ApplyException failure;
    ReleaseRecord failed;
    try (Claim claim = Claim.create(session.releases(), session.course(), pending)) {
      try {
        makeRoom(pending);
        steps(claim);
        claim.finish(claim.record().withStatus(ReleaseStatus.DEPLOYED, doneDescription));
        tidy(claim.record());
        return session.outcomes().result(claim.record(), java.util.List.of());
      } catch (ApplyException e) {
        failure = e;
      } catch (ApiException e) {
        failure = Failures.of(e);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        // Whatever it is, the revision has not come about, and must not seem to be under way.
        failure = Failures.unexpected(e);
      }
      if (failure.reason() == Reason.BUSY) {
        throw withResult(failure, claim.record()); // the record is somebody else's now
      }
      failed = recordFailure(claim, failure);
    }
    if (options.undo().cleanup() && operation != Operation.INSTALL) {
      failure = cleanUp(failure);
    }
    if (options.undo().rollback()) {
      failure = new Undo(connection, options, session).undo(failed, failure);
    }
    throw withResult(failure, failed);
  }

  /** Before the work, as Helm does it: attempts that fail must not pile up. */
  private void makeRoom(ReleaseRecord pending) {
    try {
      session.releases().trim(pending.name(), pending.namespace(), options.historyMax());
    } catch (PintleException | ApiException e) {
      session.outcomes().warn("old revisions stay for now: " + e.getMessage());
    }
  }

  /** What cannot be done now does not undo the revision: the next one does it. */
  private void tidy(ReleaseRecord deployed) {
    try {
      session.releases().supersedeAllBut(deployed);
    } catch (PintleException | ApiException e) {
      session.outcomes().warn("earlier revisions stay as they are for now: " + e.getMessage());
    }
  }

  private void steps(Claim claim) {
    HookRunner hooks = new HookRunner(session, claim, claim.record().method(), false);
    hooks(hooks, true);
    rollout.apply();
    rollout.prune();
    try {
      rollout.await();
    } catch (ApplyException e) {
      throw operation == Operation.ROLLBACK
          ? Failures.prefixed("release " + claim.record().name() + " failed: ", e)
          : e;
    }
    hooks(hooks, false);
    session.course().check();
  }

  private void hooks(HookRunner hooks, boolean before) {
    if (options.noHooks()) {
      return;
    }
    String event = (before ? operation.before() : operation.after()).helmName();
    String prefix =
        switch (operation) {
          case INSTALL -> "failed " + event + ": ";
          case UPGRADE -> event + " hooks failed: ";
          default -> "";
        };
    try {
      hooks.run(before ? operation.before() : operation.after());
    } catch (ApplyException e) {
      throw session.course().isStopped() ? e : Failures.prefixed(prefix, e);
    } catch (ApiException e) {
      throw Failures.prefixed(prefix, Failures.of(e));
    }
  }

  private ReleaseRecord recordFailure(Claim claim, ApplyException failure) {
    String what =
        switch (operation) {
          case UPGRADE -> "Upgrade";
          case ROLLBACK -> "Rollback";
          default -> "Release";
        };
    String description =
        what + " \"" + claim.record().name() + "\" failed: " + failure.getMessage();
    ReleaseRecord failed = claim.record().withStatus(ReleaseStatus.FAILED, description);
    try {
      claim.finish(failed);
    } catch (ApiException | PintleException e) {
      // The hold runs out by itself, and whoever comes next finds a revision left unfinished.
      failure.addSuppressed(e);
    }
    return failed;
  }

  private ApplyException cleanUp(ApplyException failure) {
    try {
      rollout.cleanUp();
      return failure;
    } catch (ApiException e) {
      return Failures.prefixed(
          "an error occurred while cleaning up resources. original "
              + (operation == Operation.ROLLBACK ? "rollback" : "upgrade")
              + " error: ",
          Failures.of(
              failure.reason(),
              failure.getMessage() + ": unable to cleanup resources: " + e.getMessage(),
              e));
    }
  }

  private ApplyException withResult(ApplyException failure, ReleaseRecord record) {
    return session
        .outcomes()
        .failure(failure.reason(), failure.getMessage(), failure.diagnostics(), record, failure);
  }
}
