package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Plan;
import dev.pintle.apply.Target;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.compare.ObjectComparison;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.StoredManifest;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Hook;
import dev.pintle.release.Release;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds out what an apply would do. Nothing is changed, releases that somebody left unfinished
 * included; whatever would stop the apply is collected, and the rest is looked at all the same.
 */
final class Planning {

  private final Connection connection;
  private final Release release;
  private final ApplyOptions options;
  private final Ownership ownership;
  private final ObjectComparison comparison;
  private final List<Diagnostic> obstacles = Collections.synchronizedList(new ArrayList<>());

  Planning(Connection connection, Release release, ApplyOptions options) {
    this.connection = connection;
    this.release = release;
    this.options = options;
    this.ownership = new Ownership(release.name(), release.namespace());
    this.comparison = new ObjectComparison(connection.settings().fieldManager());
  }

  /**
   * Finds it out.
   *
   * @throws ApplyException if the options and what is there do not go together
   * @throws ApiException if the server does not say what there is
   */
  Plan plan() {
    connection.requireReachable();
    List<Entry> entries =
        connection.releases().store().entries(release.name(), release.namespace());
    Application application = new Application(connection, release, options);
    Operation operation = application.operation(new Releases.Settled(entries, false));
    int next = entries.isEmpty() ? 1 : entries.get(entries.size() - 1).revision() + 1;
    obstacleIfThrown(() -> Target.requireRenderedFor(next, release));
    try (Session session = new Session(connection, operation, options.supervision())) {
      Base base = Base.of(connection.releases(), entries);
      RolloutPlan rollout =
          RolloutPlan.whole(session, release.resources(), release.namespace(), base);
      Method method =
          application.method(
              connection.releases(), operation, new Releases.Settled(entries, false).last());
      obstacleIfThrown(() -> rollout.requireUpdatable(operation, method, options.force()));
      if (!options.force().ownership()) {
        obstacleIfThrown(() -> rollout.requireOwned(operation, ownership));
      }
      List<ObjectDifference> objects = objects(session, rollout, operation, method);
      return new Plan(operation, next, objects, hooks(operation), List.copyOf(obstacles));
    }
  }

  private void obstacleIfThrown(Runnable check) {
    try {
      check.run();
    } catch (PintleException e) {
      obstacles.addAll(
          e.diagnostics().isEmpty()
              ? List.of(Diagnostic.of(Diagnostic.Kind.APPLY, e.getMessage(), null))
              : e.diagnostics());
    }
  }

  private List<Hook> hooks(Operation operation) {
    return options.noHooks()
        ? List.of()
        : release.hooks().stream()
            .filter(
                hook ->
                    hook.events().contains(operation.before())
                        || hook.events().contains(operation.after()))
            .toList();
  }

  private List<ObjectDifference> objects(
      Session session, RolloutPlan rollout, Operation operation, Method method) {
    Sender careful = session.sender(method, options.force(), DryRun.SERVER, rollout.owned());
    Sender forcing = session.serverSide(true, DryRun.SERVER);
    Map<TargetObject, ObjectDifference> found = new ConcurrentHashMap<>();
    session
        .workers()
        .each(
            rollout.known(),
            session.course(),
            object ->
                found.put(object, object(operation, object, rollout.live(), careful, forcing)));
    List<ObjectDifference> all = new ArrayList<>();
    rollout.known().forEach(object -> all.add(found.get(object)));
    later(rollout, operation, all);
    for (int i = rollout.gone().size() - 1; i >= 0; i--) {
      TargetObject object = rollout.gone().get(i);
      Table there = rollout.live().of(object.ref()).orElse(null);
      if (there != null) {
        boolean kept = Ownership.isKept(there) || ownership.isOfAnother(there);
        all.add(comparison.removed(object.ref(), object.source(), there, kept));
      }
    }
    return all;
  }

  private void later(RolloutPlan rollout, Operation operation, List<ObjectDifference> all) {
    Set<String> byChart = operation == Operation.INSTALL ? kindsOfChart() : Set.of();
    List<ReleaseObject> undefined = RolloutPlan.undefined(rollout.known(), rollout.later());
    for (ReleaseObject object : rollout.later()) {
      if (undefined.contains(object) && !byChart.contains(object.group() + "/" + object.kind())) {
        obstacles.add(
            Diagnostic.of(Diagnostic.Kind.APPLY, TargetObjects.noMatch(object), object.position()));
      }
      all.add(
          comparison.added(
              object.refIn(release.namespace()), object.source(), ownership.mark(object.tree())));
    }
  }

  /** The kinds that {@code crds/} would define. */
  private Set<String> kindsOfChart() {
    return options.skipCrds()
        ? Set.of()
        : release.crds().stream()
            .flatMap(file -> ReleaseObject.of(StoredManifest.resources(file.text())).stream())
            .map(object -> RolloutPlan.definedKind(object.tree()))
            .collect(Collectors.toSet());
  }

  private ObjectDifference object(
      Operation operation, TargetObject object, LiveMetadata live, Sender careful, Sender forcing) {
    Table wanted = ownership.mark(object.object().tree());
    Table there = object.name().isEmpty() ? null : live.of(object.ref()).orElse(null);
    if (there == null) {
      if (!object.name().isEmpty() || operation == Operation.INSTALL) { // else said already
        tried(object, wanted, null, careful, forcing);
      }
      return comparison.added(object.ref(), object.source(), wanted);
    }
    return comparison.compared(
        object.ref(),
        object.source(),
        wanted,
        there,
        () -> tried(object, wanted, there, careful, forcing));
  }

  /** Null if the server refuses, which is an obstacle then. */
  private Table tried(
      TargetObject object, Table wanted, Table there, Sender careful, Sender forcing) {
    try {
      return careful.tried(object, wanted, there);
    } catch (SendException e) {
      Optional<ApiException> answer = e.answer();
      boolean isNotThere = answer.map(ApiException::isNotFound).orElse(false);
      boolean namespaceToCome = isNotThere && options.createNamespace();
      if (!isNotThere && !answer.map(ApiException::isRefusal).orElse(true)) {
        throw answer.get();
      }
      if (!namespaceToCome) {
        obstacles.add(ObjectApplier.failed(object, e).failure());
      }
      boolean isConflict = answer.map(ApiException::isConflict).orElse(false);
      return isConflict && !options.force().conflicts()
          ? triedAnyway(object, wanted, forcing)
          : null;
    }
  }

  private static Table triedAnyway(TargetObject object, Table wanted, Sender forcing) {
    try {
      return forcing.tried(object, wanted, null);
    } catch (SendException e) {
      if (e.answer().map(ApiException::isRefusal).orElse(true)) {
        return null; // as was said already
      }
      throw e.answer().get();
    }
  }
}
