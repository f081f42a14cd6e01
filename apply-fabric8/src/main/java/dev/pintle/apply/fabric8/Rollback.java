package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Info;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.StoredManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Goes back to an earlier revision, which becomes a new one. */
final class Rollback {

  private final Connection connection;
  private final String name;
  private final String namespace;
  private final int revision;
  private final ApplyOptions options;
  private final Set<ObjectRef> spared;

  /**
   * A rollback.
   *
   * @param revision 0 for the one before the last
   * @param spared what is not deleted though the release has it no more
   */
  Rollback(
      Connection connection,
      String name,
      String namespace,
      int revision,
      ApplyOptions options,
      Set<ObjectRef> spared) {
    this.spared = spared;
    this.connection = connection;
    this.name = name;
    this.namespace = namespace;
    this.revision = revision;
    this.options = options;
  }

  /**
   * Does it.
   *
   * @throws ApplyException with Helm's message
   */
  ApplyResult run() {
    try (Session session = new Session(connection, Operation.ROLLBACK, options.supervision())) {
      connection.requireReachable();
      try {
        return run(session);
      } catch (ApiException e) {
        throw Failures.of(e);
      }
    }
  }

  private ApplyResult run(Session session) {
    check(name, revision);
    Releases releases = session.releases();
    // As with Helm, going back is a way out of a pending revision that nobody holds.
    Releases.Settled settled =
        releases.settle(
            name, namespace, Duration.ZERO, options.dryRun() != DryRun.NONE, session.course());
    ReleaseRecord earlier = releases.read(earlier(name, revision, settled.entries()));
    Entry last = settled.last();
    Method method = options.method().after(earlier);
    Base base = Base.of(releases, settled.entries());
    int next = last.revision() + 1;
    ReleaseRecord pending = pending(earlier, releases.read(last), next, method);
    session.course().tell(new Progress.Started(Operation.ROLLBACK, name, namespace, next));

    Ownership ownership = session.ownership(name, namespace);
    RolloutPlan plan =
        RolloutPlan.of(session, StoredManifest.resources(earlier.manifest()), namespace, base);
    plan.requireUpdatable(Operation.ROLLBACK, method, options.force(), ownership);
    Rollout rollout = new Rollout(session, options, ownership, plan, method, spared);
    if (options.dryRun() != DryRun.NONE) {
      if (options.dryRun() == DryRun.SERVER) {
        rollout.apply();
        rollout.prune();
      }
      return session.outcomes().result(pending, List.of());
    }
    return new RevisionRun(connection, session, options, rollout, pending.info().description())
        .run(pending);
  }

  private static void check(String name, int revision) {
    Failures.requireName("prepareRollback: Release", name);
    if (revision < 0) {
      throw new ApplyException(Reason.NOT_FOUND, "invalid release revision");
    }
  }

  /**
   * The revision to go back to.
   *
   * @param revision 0 for the one before the last
   * @throws ApplyException with Helm's message if there is none
   */
  static Entry earlier(String name, int revision, List<Entry> entries) {
    check(name, revision);
    if (entries.isEmpty()) {
      throw Failures.notFound();
    }
    int before = entries.get(entries.size() - 1).revision() - 1;
    int wanted = revision == 0 ? before : revision;
    return entries.stream()
        .filter(entry -> entry.revision() == wanted)
        .findFirst()
        .orElseThrow(
            () -> new ApplyException(Reason.NOT_FOUND, "release has no " + wanted + " version"));
  }

  private ReleaseRecord pending(
      ReleaseRecord earlier, ReleaseRecord last, int next, Method method) {
    String description =
        options.description().isEmpty()
            ? "Rollback to " + earlier.revision()
            : options.description();
    return new ReleaseRecord(
        name,
        namespace,
        next,
        new Info(
            last.info().firstDeployed(),
            Instant.now(),
            null,
            ReleaseStatus.PENDING_ROLLBACK,
            description,
            earlier.info().notes()),
        earlier.chart(),
        earlier.values(),
        earlier.manifest(),
        earlier.hooks(), // with how they ran then, as Helm has it
        earlier.labels(),
        method);
  }
}
