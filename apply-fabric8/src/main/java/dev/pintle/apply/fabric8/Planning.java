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
import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.StoredManifest;
import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Hook;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
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
 * Finds out what an apply or a rollback would do. Nothing is changed, releases that somebody left
 * unfinished included; whatever would stop it is collected, and the rest is looked at all the same.
 */
final class Planning {

  private final Connection connection;
  private final ApplyOptions options;
  private final Ownership ownership;
  private final ObjectComparison comparison;
  private final List<Diagnostic> obstacles = Collections.synchronizedList(new ArrayList<>());

  Planning(Connection connection, String name, String namespace, ApplyOptions options) {
    this.connection = connection;
    this.options = options;
    this.ownership = new Ownership(name, namespace, connection.settings().fieldManager());
    this.comparison = new ObjectComparison(connection.settings().fieldManager());
  }

  /**
   * What the release is to consist of.
   *
   * @param crds those that an install brings along
   */
  private record Wanted(List<Resource> resources, List<Hook> hooks, List<ChartFile> crds) {}

  /**
   * Finds out what an apply would do.
   *
   * @throws ApplyException if the options and what is there do not go together
   * @throws ApiException if the server does not say what there is
   */
  Plan plan(Release release) {
    List<Entry> entries = entries();
    Application application = new Application(connection, release, options);
    Releases.Settled settled = new Releases.Settled(entries, false);
    Operation operation = application.operation(settled);
    obstacleIfThrown(() -> Target.requireRenderedFor(next(entries), release));
    boolean bringsKinds = operation == Operation.INSTALL && !options.skipCrds();
    Wanted wanted =
        new Wanted(release.resources(), release.hooks(), bringsKinds ? release.crds() : List.of());
    Method method = application.method(connection.releases(), operation, settled.last());
    return plan(operation, method, entries, wanted, !options.force().ownership());
  }

  /**
   * Finds out what a rollback would do. As in Helm, it does not ask whose the objects are.
   *
   * @param revision 0 for the one before the last
   * @throws ApplyException if there is no such release or revision
   * @throws ApiException if the server does not say what there is
   */
  Plan planRollback(int revision) {
    List<Entry> entries = entries();
    Entry chosen = Rollback.earlier(ownership.release(), revision, entries);
    ReleaseRecord earlier = connection.releases().read(chosen);
    Wanted wanted =
        new Wanted(
            StoredManifest.resources(earlier.manifest()),
            earlier.hooks().stream().map(RecordedHook::hook).toList(),
            List.of());
    Method method = options.method().after(earlier);
    return plan(Operation.ROLLBACK, method, entries, wanted, false);
  }

  private List<Entry> entries() {
    return connection.releases().store().entries(ownership.release(), ownership.namespace());
  }

  private static int next(List<Entry> entries) {
    return entries.isEmpty() ? 1 : entries.get(entries.size() - 1).revision() + 1;
  }

  private Plan plan(
      Operation operation, Method method, List<Entry> entries, Wanted wanted, boolean mustBeOwned) {
    try (Session session = new Session(connection, operation, options.supervision())) {
      Base base = Base.of(connection.releases(), entries);
      RolloutPlan rollout =
          RolloutPlan.whole(session, wanted.resources(), ownership.namespace(), base);
      obstacleIfThrown(() -> RolloutPlan.objects(operation, wanted.resources()));
      obstacleIfThrown(
          () -> rollout.requireUpdatable(operation, method, options.force(), ownership));
      if (mustBeOwned) {
        obstacleIfThrown(() -> rollout.requireOwned(operation, ownership));
      }
      List<ObjectDifference> objects = objects(session, rollout, kindsOf(wanted.crds()), method);
      return new Plan(
          operation,
          next(entries),
          objects,
          hooks(operation, wanted.hooks()),
          List.copyOf(obstacles));
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

  private List<Hook> hooks(Operation operation, List<Hook> all) {
    return options.noHooks()
        ? List.of()
        : all.stream()
            .filter(
                hook ->
                    hook.events().contains(operation.before())
                        || hook.events().contains(operation.after()))
            .toList();
  }

  private List<ObjectDifference> objects(
      Session session, RolloutPlan rollout, Set<String> byChart, Method method) {
    Sender careful = session.sender(method, options.force(), DryRun.SERVER, rollout.owned());
    Sender forcing = session.serverSide(true, DryRun.SERVER);
    Map<TargetObject, ObjectDifference> found = new ConcurrentHashMap<>();
    session
        .workers()
        .each(
            rollout.known(),
            session.course(),
            object ->
                found.put(
                    object,
                    object(
                        session.outcomes().operation(), object, rollout.live(), careful, forcing)));
    List<ObjectDifference> all = new ArrayList<>();
    rollout.known().forEach(object -> all.add(found.get(object)));
    later(rollout, byChart, all);
    for (int i = rollout.gone().size() - 1; i >= 0; i--) {
      TargetObject object = rollout.gone().get(i);
      Table there = rollout.live().of(object.ref()).orElse(null);
      if (there != null) {
        boolean kept = !Owned.abandoned(object, there, ownership).objection(there).isEmpty();
        all.add(comparison.removed(object.ref(), object.source(), there, kept));
      }
    }
    return all;
  }

  private void later(RolloutPlan rollout, Set<String> byChart, List<ObjectDifference> all) {
    List<ReleaseObject> undefined = RolloutPlan.undefined(rollout.known(), rollout.later());
    for (ReleaseObject object : rollout.later()) {
      if (undefined.contains(object) && !byChart.contains(object.group() + "/" + object.kind())) {
        obstacles.add(
            Diagnostic.of(Diagnostic.Kind.APPLY, TargetObjects.noMatch(object), object.position()));
      }
      all.add(
          comparison.added(
              object.refIn(ownership.namespace()), object.source(), ownership.mark(object.tree())));
    }
  }

  /** The kinds that {@code crds/} would define. */
  private static Set<String> kindsOf(List<ChartFile> crds) {
    return crds.stream()
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
