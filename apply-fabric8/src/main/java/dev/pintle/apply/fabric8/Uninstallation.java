package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.ready.ObjectWatch;
import dev.pintle.apply.fabric8.ready.ReadinessRule;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Info;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a release away. Begun again after it was cut off, it goes on. */
final class Uninstallation {

  private final Connection connection;
  private final String name;
  private final String namespace;
  private final UninstallOptions options;
  private final Set<ObjectRef> spared;
  private final List<String> errors = new ArrayList<>();

  /**
   * An uninstallation.
   *
   * @param spared what is not deleted though the release has it
   */
  Uninstallation(
      Connection connection,
      String name,
      String namespace,
      UninstallOptions options,
      Set<ObjectRef> spared) {
    this.spared = spared;
    this.connection = connection;
    this.name = name;
    this.namespace = namespace;
    this.options = options;
  }

  /**
   * Does it.
   *
   * @throws ApplyException with Helm's message
   */
  ApplyResult run() {
    try (Session session = new Session(connection, Operation.UNINSTALL, options.supervision())) {
      connection.requireReachable();
      try {
        return run(session);
      } catch (ApiException e) {
        throw Failures.of(e);
      }
    }
  }

  private ApplyResult run(Session session) {
    Failures.requireName(options.dryRun() ? "releaseContent: Release" : "uninstall: Release", name);
    Releases releases = session.releases();
    String prefix = options.dryRun() ? "" : "uninstall: Release not loaded: " + name + ": ";
    Releases.Settled settled = settled(session, prefix);
    Entry last = settled.last();
    if (last == null) {
      if (options.ignoreNotFound()) {
        return session.outcomes().result(null, List.of());
      }
      throw Failures.prefixed(prefix, Failures.notFound());
    }
    ReleaseRecord record = releases.read(last);
    if (options.dryRun()) {
      return session.outcomes().result(record, List.of());
    }
    if (last.status() == ReleaseStatus.UNINSTALLED) {
      if (options.keepHistory()) {
        throw new ApplyException(
            Reason.WRONG_STATE, "the release named \"" + name + "\" is already deleted");
      }
      settled.entries().forEach(releases::delete);
      return session.outcomes().result(record, List.of());
    }
    session
        .course()
        .tell(new Progress.Started(Operation.UNINSTALL, name, namespace, last.revision()));
    ReleaseRecord uninstalling =
        withState(record, ReleaseStatus.UNINSTALLING, "Deletion in progress (or silently failed)");
    try (Claim claim = Claim.take(releases, session.course(), last, uninstalling)) {
      return uninstall(session, claim, settled);
    }
  }

  private Releases.Settled settled(Session session, String prefix) {
    try {
      return session
          .releases()
          .settle(name, namespace, options.abandonedAfter(), options.dryRun(), session.course());
    } catch (ApplyException e) {
      throw e.reason() == Reason.REFUSED ? Failures.prefixed(prefix, e) : e;
    }
  }

  private static ReleaseRecord withState(
      ReleaseRecord record, ReleaseStatus status, String description) {
    Info info = record.info();
    return record.withInfo(
        new Info(
            info.firstDeployed(),
            info.lastDeployed(),
            info.deleted() == null ? Instant.now() : info.deleted(),
            status,
            description,
            info.notes()));
  }

  private ApplyResult uninstall(Session session, Claim claim, Releases.Settled settled) {
    HookRunner hooks = new HookRunner(session, claim, Method.SERVER_SIDE, false, false);
    if (!options.noHooks()) {
      hooks.run(Operation.UNINSTALL.before());
    }
    deleteObjects(session, Base.of(session.releases(), settled.entries()));
    if (!errors.isEmpty()) {
      // the record stays as it is, so that the next attempt knows what is left
      throw session
          .outcomes()
          .failure(
              Reason.FAILED,
              "failed to delete release: " + name,
              errors.stream()
                  .map(error -> Diagnostic.of(Diagnostic.Kind.APPLY, error, null))
                  .toList(),
              claim.record(),
              null);
    }
    if (!options.noHooks()) {
      try {
        hooks.run(Operation.UNINSTALL.after());
      } catch (ApplyException e) {
        errors.add(e.getMessage());
      }
    }
    ReleaseRecord done =
        withState(
            claim.record(),
            ReleaseStatus.UNINSTALLED,
            options.description().isEmpty() ? "Uninstallation complete" : options.description());
    forget(session, claim, settled, done);
    ApplyResult result = session.outcomes().result(done, List.of());
    if (errors.isEmpty()) {
      return result;
    }
    String all = String.join("; ", errors);
    throw new ApplyException(
        Reason.FAILED,
        "uninstallation completed with " + errors.size() + " error(s): " + all,
        List.of(Diagnostic.of(Diagnostic.Kind.APPLY, all, null)),
        result,
        null);
  }

  /** Ends the history, or deletes it with the last revision last: that one holds the claim. */
  private void forget(Session session, Claim claim, Releases.Settled settled, ReleaseRecord done) {
    if (options.keepHistory()) {
      claim.finish(done);
      session.releases().supersedeAllBut(done, Operation.UNINSTALL);
      return;
    }
    for (Entry entry : settled.entries()) {
      if (entry.revision() != done.revision()) {
        session.releases().delete(entry);
      }
    }
    claim.delete();
    session
        .course()
        .tell(
            new Progress.Recorded(
                done.revision(), ReleaseStatus.UNINSTALLED, done.info().description()));
  }

  private void deleteObjects(Session session, Base base) {
    List<TargetObject> objects =
        RolloutPlan.distinct(TargetObjects.findApplied(base.objects(), session.types(), namespace));
    List<TargetObject> deleted = new ArrayList<>();
    LiveMetadata live =
        LiveMetadata.read(session.api(), session.workers(), session.course(), objects);
    Ownership ownership = session.ownership(name, namespace);
    UninstallOrder.groups(objects)
        .forEach(
            group ->
                session
                    .workers()
                    .each(
                        group,
                        session.course(),
                        object -> {
                          if (delete(session, object, live, ownership)) {
                            synchronized (deleted) {
                              deleted.add(object);
                            }
                          }
                        }));
    if (options.waitFor() != WaitStrategy.HOOK_ONLY && errors.isEmpty()) {
      ObjectWatch.Ending ending =
          session.await(deleted, ReadinessRule.READY, true, session.course().timeout());
      String complaint =
          options.waitFor() == WaitStrategy.LEGACY
              ? Session.legacyComplaint(ending, true)
              : Session.complaint(ending, true);
      if (!complaint.isEmpty()) {
        errors.add(complaint);
      }
    }
  }

  private boolean delete(
      Session session, TargetObject object, LiveMetadata live, Ownership ownership) {
    if (object.name().isEmpty()) {
      session
          .outcomes()
          .warn(
              "a "
                  + object.type().kind()
                  + " without a name of its own is passed over: if the server named one, nobody"
                  + " knows how");
      return false;
    }
    if (Ownership.isKept(object.object().tree())) {
      report(session, ObjectOutcome.of(object.ref(), Action.KEPT, object.source()));
      return false;
    }
    Table seen = live.of(object.ref()).orElse(null);
    if (seen == null) {
      return false;
    }
    try {
      Deletion.Ending ending =
          spared.contains(object.ref().withoutVersion())
              ? Deletion.SPARED
              : session
                  .deletion()
                  .delete(Owned.released(object, seen, ownership), options.cascade());
      if (ending.isLeft()) {
        session.tellLeft(object, ending);
      }
      if (ending.fate() != Deletion.Fate.NOT_THERE) {
        report(session, ObjectOutcome.of(object.ref(), ending.action(), object.source()));
      }
      return ending.fate() == Deletion.Fate.DELETED;
    } catch (ApiException e) {
      synchronized (errors) {
        errors.add(e.getMessage());
      }
      report(
          session,
          ObjectOutcome.failed(
              object.ref(),
              object.source(),
              Diagnostic.of(Diagnostic.Kind.APPLY, e.getMessage(), null)));
      return false;
    }
  }

  private static void report(Session session, ObjectOutcome outcome) {
    session.outcomes().add(outcome);
    session.course().tell(new Progress.ObjectDone(outcome, 0, 0));
  }
}
