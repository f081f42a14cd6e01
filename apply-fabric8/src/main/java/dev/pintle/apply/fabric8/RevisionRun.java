package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Operation;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import java.util.stream.Stream;

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
  private Stage stage = Stage.HOOKS;

  /** How far it came, on which depends how a failure is recorded. */
  private enum Stage {
    HOOKS,
    OBJECTS,
    WAITING
  }

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
      failure = told(failure, failed);
    }
    String unclean = "";
    if (options.undo().cleanup() && operation != Operation.INSTALL) {
      unclean = String.join(", ", rollout.cleanUp());
      failure = unclean.isEmpty() ? failure : uncleaned(failure, unclean);
    }
    if (options.undo().rollback() && unclean.isEmpty()) {
      failure = new Undo(connection, options, session, rollout.spared()).undo(failed, failure);
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
      session.releases().supersedeAllBut(deployed, operation);
    } catch (PintleException | ApiException e) {
      session.outcomes().warn("earlier revisions stay as they are for now: " + e.getMessage());
    }
  }

  private void steps(Claim claim) {
    HookRunner hooks =
        new HookRunner(session, claim, claim.record().method(), options.force().ownership(), false);
    hooks(hooks, true);
    stage = Stage.OBJECTS;
    rollout.apply();
    rollout.prune();
    stage = Stage.WAITING;
    rollout.await();
    stage = Stage.HOOKS;
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
    boolean waited = stage == Stage.WAITING;
    String what =
        switch (operation) {
          case UPGRADE -> "Upgrade";
          case ROLLBACK -> waited ? "Release" : "Rollback";
          default -> "Release";
        };
    String description =
        what + " \"" + claim.record().name() + "\" failed: " + failure.getMessage();
    ReleaseRecord failed = claim.record().withStatus(ReleaseStatus.FAILED, description);
    try {
      claim.finish(failed);
      if (operation == Operation.ROLLBACK && stage == Stage.OBJECTS) {
        session.releases().supersedeBefore(failed); // what it left is no revision's state
      }
    } catch (ApiException | PintleException e) {
      // The hold runs out by itself, and whoever comes next finds a revision left unfinished.
      failure.addSuppressed(e);
    }
    return failed;
  }

  /** In Helm's words, which are silent about why a rollback failed; the diagnostics are not. */
  private ApplyException uncleaned(ApplyException failure, String why) {
    String unclean = "unable to cleanup resources: " + why;
    boolean rollback = operation == Operation.ROLLBACK;
    return new ApplyException(
        failure.reason(),
        "an error occurred while cleaning up resources. original "
            + (rollback ? "rollback error: " : "upgrade error: " + failure.getMessage() + ": ")
            + unclean,
        Stream.concat(
                failure.diagnostics().stream(),
                Stream.of(Diagnostic.of(Diagnostic.Kind.APPLY, unclean, null)))
            .toList(),
        null,
        failure);
  }

  /** The failure of a rollback that waited in vain is told in other words than it is recorded. */
  private ApplyException told(ApplyException failure, ReleaseRecord failed) {
    return operation == Operation.ROLLBACK && stage == Stage.WAITING
        ? Failures.prefixed("release " + failed.name() + " failed: ", failure)
        : failure;
  }

  private ApplyException withResult(ApplyException failure, ReleaseRecord record) {
    return session
        .outcomes()
        .failure(failure.reason(), failure.getMessage(), failure.diagnostics(), record, failure);
  }
}
