package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Course;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Target;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Info;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.release.Release;
import dev.pintle.release.manifest.ReleaseName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Installs or upgrades a release. */
final class Application {

  private static final List<String> SYSTEM_LABELS =
      List.of("name", "owner", "status", "version", "createdAt", "modifiedAt");

  private final Connection connection;
  private final Release release;
  private final ApplyOptions options;

  Application(Connection connection, Release release, ApplyOptions options) {
    this.connection = connection;
    this.release = release;
    this.options = options;
  }

  /**
   * Does it.
   *
   * @throws ApplyException with Helm's message
   */
  ApplyResult run() {
    ReleaseName.check(release.name());
    Releases.Settled settled;
    connection.requireReachable();
    try (Course course = new Course(options.supervision())) {
      settled =
          connection
              .releases()
              .heeding(course)
              .settle(
                  release.name(),
                  release.namespace(),
                  options.abandonedAfter(),
                  options.dryRun() != DryRun.NONE,
                  course);
    } catch (ApiException e) {
      throw Failures.of(e);
    }
    Operation operation = operation(settled);
    try (Session session = new Session(connection, operation, options.supervision())) {
      return run(session, settled);
    } catch (ApiException e) {
      throw Failures.of(e);
    }
  }

  /** An install or an upgrade, as the mode and what is there say. */
  Operation operation(Releases.Settled settled) {
    Entry last = settled.last();
    ReleaseStatus status = last == null ? null : last.status();
    boolean everDeployed =
        settled.entries().stream().anyMatch(entry -> entry.status().wasDeployed());
    // An install that was cut off is gone on with by an install.
    boolean cutOffInstall = settled.recovered() && !everDeployed;
    boolean free = last == null || cutOffInstall;
    if (installs(options.mode(), free, status)) {
      return Operation.INSTALL;
    } else if (options.mode() == Mode.INSTALL || options.mode() == Mode.REPLACE) {
      throw new ApplyException(
          Reason.WRONG_STATE,
          "release name check failed: cannot reuse a name that is still in use");
    }
    requireUpgradable(last);
    return Operation.UPGRADE;
  }

  /**
   * True if what is asked for is a first install.
   *
   * @param free whether there is no revision, or none but an install that was cut off
   * @param last the status of the last revision; null if there is none
   */
  static boolean installs(Mode mode, boolean free, ReleaseStatus last) {
    return switch (mode) {
      case INSTALL -> free;
      case REPLACE -> free || last == ReleaseStatus.UNINSTALLED || last == ReleaseStatus.FAILED;
      case UPGRADE -> false;
      default -> free || last == ReleaseStatus.UNINSTALLED;
    };
  }

  private void requireUpgradable(Entry last) {
    boolean upgradable =
        last != null
            && last.status() != ReleaseStatus.UNINSTALLED
            && last.status() != ReleaseStatus.UNINSTALLING
            && last.status() != ReleaseStatus.UNKNOWN;
    if (!upgradable) {
      throw new ApplyException(
          last == null ? Reason.NOT_FOUND : Reason.WRONG_STATE,
          "\"" + release.name() + "\" has no deployed releases");
    }
  }

  private ApplyResult run(Session session, Releases.Settled settled) {
    Operation operation = session.outcomes().operation();
    Entry last = settled.last();
    int next = last == null ? 1 : last.revision() + 1;
    Target.requireRenderedFor(next, release);
    if (options.labels().keySet().stream().anyMatch(SYSTEM_LABELS::contains)) {
      throw new ApplyException(
          Reason.REFUSED,
          "user supplied labels contains system reserved label name. System labels: ["
              + String.join(" ", SYSTEM_LABELS)
              + "]");
    }
    session
        .course()
        .tell(new Progress.Started(operation, release.name(), release.namespace(), next));
    Base base = Base.of(session.releases(), settled.entries());
    Method method = method(session.releases(), operation, last);
    ReleaseRecord pending = pending(operation, next, base, method);
    if (options.dryRun() == DryRun.CLIENT) {
      return session.outcomes().result(dryRunOf(pending), List.of());
    }
    boolean dry = options.dryRun() == DryRun.SERVER;
    RolloutPlan.objects(operation, release.resources()); // nothing is done for what is no object
    if (operation == Operation.INSTALL && !options.skipCrds() && !dry) {
      new Crds(session).install(release.crds(), release.namespace(), method, options.force());
    }
    Ownership ownership = session.ownership(release.name(), release.namespace());
    RolloutPlan plan = RolloutPlan.of(session, release.resources(), release.namespace(), base);
    if (!options.force().ownership()) {
      plan.requireOwned(operation, ownership);
    }
    plan.requireUpdatable(operation, method, options.force(), ownership);
    Rollout rollout = new Rollout(session, options, ownership, plan, method, Set.of());
    if (dry) {
      rollout.apply();
      rollout.prune();
      return session.outcomes().result(dryRunOf(pending), List.of());
    }
    if (options.createNamespace() && operation == Operation.INSTALL) {
      Namespaces.create(session, release.namespace(), method);
    }
    if (options.mode() == Mode.REPLACE && last != null) {
      session.releases().replace(last);
    }
    String done = operation == Operation.INSTALL ? "Install complete" : "Upgrade complete";
    return new RevisionRun(
            connection,
            session,
            options,
            rollout,
            options.description().isEmpty() ? done : options.description())
        .run(pending);
  }

  /** How the objects are to be applied; an upgrade does it as the last revision, good or not. */
  Method method(Releases releases, Operation operation, Entry last) {
    boolean first = operation == Operation.INSTALL || options.method() != ApplyMethod.AUTO;
    return options.method().after(first ? null : releases.read(last));
  }

  private ReleaseRecord pending(Operation operation, int next, Base base, Method method) {
    boolean install = operation == Operation.INSTALL;
    Instant now = Instant.now();
    Instant first = install || base.record() == null ? now : base.record().info().firstDeployed();
    Info info =
        new Info(
            first,
            now,
            null,
            install ? ReleaseStatus.PENDING_INSTALL : ReleaseStatus.PENDING_UPGRADE,
            install ? "Initial install underway" : "Preparing upgrade",
            "");
    return ReleaseRecord.of(release, next, info, labels(install, base), method);
  }

  private Map<String, String> labels(boolean install, Base base) {
    Map<String, String> labels = new HashMap<>();
    if (!install && base.record() != null) {
      labels.putAll(base.record().labels());
    }
    labels.putAll(options.labels());
    if (!install) {
      labels.values().removeIf("null"::equals);
    }
    return labels;
  }

  private ReleaseRecord dryRunOf(ReleaseRecord pending) {
    return pending.withStatus(
        pending.status(),
        options.description().isEmpty() ? "Dry run complete" : options.description());
  }
}
