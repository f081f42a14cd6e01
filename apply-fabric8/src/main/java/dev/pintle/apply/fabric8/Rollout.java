package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.Cascade;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.ready.LegacyRule;
import dev.pintle.apply.fabric8.ready.ObjectWatch;
import dev.pintle.apply.fabric8.ready.ReadinessRule;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings the objects of a revision to the server: applies them kind by kind in install order, those
 * of a kind at a time; deletes what is gone; waits. All objects are tried even if one fails, so
 * that everything that is wrong is said at once.
 */
final class Rollout {

  private final Session session;
  private final ApplyOptions options;
  private final Ownership ownership;
  private final RolloutPlan plan;
  private final String namespace;
  private final ObjectApplier applier;
  private final boolean namespaceToCome;
  private final List<TargetObject> applied = new ArrayList<>();
  private final Set<ObjectRef> appliedRefs = new HashSet<>();
  private final AtomicInteger done = new AtomicInteger();
  private final Set<ObjectRef> spared;

  /**
   * A rollout.
   *
   * @param method who works out what changes
   * @param spared what is not deleted though the release has it no more
   */
  Rollout(
      Session session,
      ApplyOptions options,
      Ownership ownership,
      RolloutPlan plan,
      Method method,
      Set<ObjectRef> spared) {
    this.session = session;
    this.spared = spared;
    this.options = options;
    this.ownership = ownership;
    this.plan = plan;
    this.namespace = ownership.namespace();
    this.applier =
        new ObjectApplier(
            session.sender(method, options.force(), options.dryRun(), plan.owned()), ownership);
    this.namespaceToCome =
        options.dryRun() == DryRun.SERVER
            && options.createNamespace()
            && session.outcomes().operation() == Operation.INSTALL
            && !Namespaces.isThere(session, namespace);
  }

  /**
   * Applies the objects.
   *
   * @throws ApplyException with Helm's message if any of them fails
   */
  void apply() {
    try {
      applyByKind(plan.known());
      applyLater();
    } finally {
      notTried();
    }
    List<ObjectOutcome> failed = session.outcomes().with(Action.FAILED);
    if (!failed.isEmpty()) {
      throw failure(failed);
    }
  }

  private void applyByKind(List<TargetObject> objects) {
    int start = 0;
    while (start < objects.size()) {
      String kind = objects.get(start).type().kind();
      int end = start;
      while (end < objects.size() && objects.get(end).type().kind().equals(kind)) {
        end++;
      }
      for (List<TargetObject> turn : turns(objects.subList(start, end))) {
        session.workers().each(turn, session.course(), this::apply);
        applied.addAll(turn);
        turn.forEach(object -> appliedRefs.add(object.ref()));
      }
      start = end;
    }
  }

  /** Where a release has an object several times, each comes after the one before. */
  private static List<List<TargetObject>> turns(List<TargetObject> group) {
    List<List<TargetObject>> turns = new ArrayList<>();
    Map<ObjectRef, Integer> times = new HashMap<>();
    for (TargetObject object : group) {
      int turn = times.merge(object.ref().withoutVersion(), 1, Integer::sum);
      while (turns.size() < turn) {
        turns.add(new ArrayList<>());
      }
      turns.get(turn - 1).add(object);
    }
    return turns;
  }

  private void apply(TargetObject object) {
    if (isForNamespaceToCome(object)) {
      report(ObjectOutcome.of(object.ref(), Action.CREATED, object.source()));
      return;
    }
    Table before = plan.live().of(object.ref()).orElse(null);
    if (before == null
        && plan.isUpdate(session.outcomes().operation())
        && appliedRefs.contains(object.ref())) {
      before = session.deletion().again(object);
    }
    report(applier.apply(object, ownership.mark(object.object().tree()), before));
  }

  /** True if nothing can be tried of it, since its namespace is to be made first. */
  private boolean isForNamespaceToCome(TargetObject object) {
    return namespaceToCome && object.namespace().equals(namespace);
  }

  private void report(ObjectOutcome outcome) {
    session.outcomes().add(outcome);
    int total = plan.known().size() + plan.later().size() + plan.gone().size();
    session.course().tell(new Progress.ObjectDone(outcome, done.incrementAndGet(), total));
  }

  /** Applies the objects whose kind the release itself has just defined. */
  private void applyLater() {
    if (plan.later().isEmpty() || options.dryRun() == DryRun.SERVER) {
      return;
    }
    new Crds(session).awaitEstablished(plan.known());
    TargetObjects now = TargetObjects.find(plan.later(), session.types(), namespace);
    now.unknown()
        .forEach(
            object ->
                report(
                    ObjectOutcome.failed(
                        object.refIn(namespace),
                        object.source(),
                        Diagnostic.of(
                            Diagnostic.Kind.APPLY,
                            TargetObjects.noMatch(object),
                            object.position()))));
    applyByKind(now.known());
  }

  private void notTried() {
    Set<ObjectRef> tried = new HashSet<>();
    applied.forEach(object -> tried.add(object.ref()));
    for (TargetObject object : plan.known()) {
      if (tried.add(object.ref())) {
        session
            .outcomes()
            .addIfNew(ObjectOutcome.of(object.ref(), Action.NOT_TRIED, object.source()));
      }
    }
  }

  private ApplyException failure(List<ObjectOutcome> failed) {
    boolean install = session.outcomes().operation() == Operation.INSTALL;
    List<String> messages = new ArrayList<>();
    boolean conflict = false;
    for (ObjectOutcome outcome : failed) {
      boolean isNew = plan.live().of(outcome.object()).isEmpty();
      String prefix = !install && isNew ? "failed to create resource: " : "";
      messages.add(prefix + outcome.failure().message());
      conflict |= !outcome.conflicts().isEmpty();
    }
    return new ApplyException(
        conflict ? Reason.CONFLICT : Reason.REFUSED,
        String.join(install ? "\n" : " && ", messages),
        failed.stream().map(ObjectOutcome::failure).toList(),
        null,
        null);
  }

  /**
   * Deletes what the release has no more, in the opposite of install order.
   *
   * @throws ApplyException if any cannot be deleted
   */
  void prune() {
    List<String> failures = new ArrayList<>();
    for (int i = plan.gone().size() - 1; i >= 0; i--) {
      session.course().check();
      TargetObject object = plan.gone().get(i);
      if (plan.live().of(object.ref()).isPresent()) {
        String failure = prune(object);
        if (failure != null) {
          failures.add(failure);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw Failures.of(Reason.FAILED, String.join(" && ", failures), null);
    }
  }

  private String prune(TargetObject object) {
    try {
      // Hooks may have changed it since the rollout was planned, and so may anybody.
      Table now = session.deletion().again(object);
      if (now != null) {
        prune(Owned.abandoned(object, now, ownership));
      }
      return null;
    } catch (ApiException e) {
      String message =
          "failed to delete resource namespace="
              + object.namespace()
              + ", name="
              + object.name()
              + ", kind="
              + object.type().kind()
              + ": "
              + e.getMessage();
      report(
          ObjectOutcome.failed(
              object.ref(), object.source(), Diagnostic.of(Diagnostic.Kind.APPLY, message, null)));
      return message;
    }
  }

  private void prune(Owned owned) {
    TargetObject object = owned.object();
    Deletion.Ending ending =
        spared.contains(object.ref().withoutVersion())
            ? Deletion.SPARED
            : options.dryRun() == DryRun.SERVER
                ? Deletion.Ending.of(owned.objection(owned.seen()))
                : session.deletion().delete(owned, Cascade.BACKGROUND);
    if (ending.isLeft() && !ending.isAsked()) {
      session.tellLeft(object, ending);
    }
    report(ObjectOutcome.of(object.ref(), ending.action(), object.source()));
  }

  /**
   * Waits as the options say.
   *
   * @throws ApplyException with Helm's message if objects fail or take too long
   */
  void await() {
    if (options.waitFor() == WaitStrategy.HOOK_ONLY) {
      return;
    }
    boolean legacy = options.waitFor() == WaitStrategy.LEGACY;
    ReadinessRule rule =
        legacy
            ? new LegacyRule(session.api(), options.waitForJobs())
            : options.waitForJobs() ? ReadinessRule.READY_AND_JOBS_DONE : ReadinessRule.READY;
    List<TargetObject> waitedFor = applied.stream().filter(Awaitable::test).toList();
    ObjectWatch.Ending ending = session.await(waitedFor, rule, false, session.course().timeout());
    session.outcomes().ready(ending.states());
    String complaint =
        legacy ? Session.legacyComplaint(ending, false) : Session.complaint(ending, false);
    if (!complaint.isEmpty()) {
      throw Failures.of(ending.timedOut() ? Reason.TIMED_OUT : Reason.FAILED, complaint, null);
    }
  }

  /**
   * The objects that undoing this rollout must not take away: what it has not made, and what was
   * not the release's before, but was there or came meanwhile.
   */
  Set<ObjectRef> spared() {
    Set<ObjectRef> spared = new HashSet<>();
    for (TargetObject object : plan.known()) {
      boolean before =
          plan.owned().containsKey(object.ref().withoutVersion())
              || plan.live().of(object.ref()).map(ownership::fault).orElse("-").isEmpty();
      if (!before && applier.made(object).isEmpty()) {
        spared.add(object.ref().withoutVersion());
      }
    }
    return spared;
  }

  /**
   * Deletes the objects that this rollout made: {@code --cleanup-on-fail}.
   *
   * @return why some could not be deleted
   */
  List<String> cleanUp() {
    List<String> failures = new ArrayList<>();
    for (int i = applied.size() - 1; i >= 0; i--) {
      applier.made(applied.get(i)).ifPresent(owned -> cleanUp(owned, failures));
    }
    return failures;
  }

  private void cleanUp(Owned owned, List<String> failures) {
    try {
      Deletion.Ending ending = session.deletion().delete(owned, Cascade.BACKGROUND);
      if (ending.isLeft()) {
        session.tellLeft(owned.object(), ending);
      }
    } catch (ApiException e) {
      failures.add(e.getMessage());
    }
  }
}
