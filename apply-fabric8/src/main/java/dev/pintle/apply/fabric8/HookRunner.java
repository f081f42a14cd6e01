package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Cascade;
import dev.pintle.apply.HookOutcome;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Progress;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.ready.ObjectWatch;
import dev.pintle.apply.fabric8.ready.ReadinessRule;
import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.RecordedHook.Phase;
import dev.pintle.apply.history.RecordedHook.Run;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Hook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Runs the hooks of one event, one after the other by weight and name, as Helm does: each is
 * created and waited for, and deleted when its policies say so. How they ran is written into the
 * record.
 */
final class HookRunner {

  private static final String BEFORE = "before-hook-creation";
  private static final String SUCCEEDED = "hook-succeeded";
  private static final String FAILED = "hook-failed";

  private static final Comparator<RecordedHook> BY_WEIGHT_AND_NAME =
      Comparator.<RecordedHook>comparingInt(each -> each.hook().weight())
          .thenComparing(each -> each.hook().resource().name());

  private final Session session;
  private final Claim claim;
  private final Method method;
  private final HookLogs logs;
  private final boolean allLogs;
  private final List<String> logFailures = new ArrayList<>();

  /**
   * A runner.
   *
   * @param method how hooks are created
   * @param allLogs whether all logs are wanted, as of tests; else those that policies ask for
   */
  HookRunner(Session session, Claim claim, Method method, boolean allLogs) {
    this.session = session;
    this.claim = claim;
    this.method = method;
    this.allLogs = allLogs;
    this.logs = new HookLogs(session.api());
  }

  /**
   * Runs the hooks of an event.
   *
   * @throws ApplyException with Helm's message if one fails; the rest do not run then
   */
  void run(Hook.Event event) {
    run(event, hook -> true);
  }

  /** Why logs that are all wanted cannot be had. */
  List<String> logFailures() {
    return List.copyOf(logFailures);
  }

  /** Runs those hooks of an event that are selected. */
  void run(Hook.Event event, Predicate<Hook> selected) {
    ReleaseRecord record = claim.record();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < record.hooks().size(); i++) {
      Hook hook = record.hooks().get(i).hook();
      if (hook.events().contains(event) && selected.test(hook)) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparing(record.hooks()::get, BY_WEIGHT_AND_NAME));
    Map<Integer, List<TargetObject>> done = new TreeMap<>();
    Map<Integer, List<String>> printed = new TreeMap<>();
    for (int index : order) {
      session.course().check();
      run(event, index, done, printed);
    }
    List<Integer> last = new ArrayList<>(order);
    java.util.Collections.reverse(last);
    for (int index : last) {
      tell(done.get(index), printed.get(index));
      deleteBy(SUCCEEDED, hook(index), done.get(index));
    }
  }

  private void tell(List<TargetObject> objects, List<String> printed) {
    printed.stream()
        .filter(text -> !text.isEmpty())
        .forEach(
            text -> session.course().tell(new Progress.HookPrinted(objects.get(0).ref(), text)));
  }

  private Hook hook(int index) {
    return claim.record().hooks().get(index).hook();
  }

  private void run(
      Hook.Event event,
      int index,
      Map<Integer, List<TargetObject>> done,
      Map<Integer, List<String>> printed) {
    Hook hook = hook(index);
    List<TargetObject> objects = objects(event, hook);
    deleteBy(BEFORE, hook, objects);
    ObjectRef ref = objects.isEmpty() ? null : objects.get(0).ref();
    session.course().tell(new Progress.HookStarted(event, ref));
    Instant start = Instant.now();
    write(index, new Run(start, null, Phase.RUNNING));
    ApplyException failure = null;
    try {
      createAndAwait(event, hook, objects);
    } catch (ApplyException e) {
      failure = e;
    }
    Run run = new Run(start, Instant.now(), failure == null ? Phase.SUCCEEDED : Phase.FAILED);
    note(index, run);
    List<String> asked = askedFor(hook, objects, failure == null ? SUCCEEDED : FAILED);
    String log = allLogs ? allOf(objects) : String.join("", asked);
    Diagnostic diagnostic = failure == null ? null : failure.diagnostics().get(0);
    HookOutcome outcome =
        new HookOutcome(ref, event, hook.resource().source(), run, log, diagnostic);
    session.outcomes().add(outcome);
    session.course().tell(new Progress.HookDone(outcome));
    if (failure != null) {
      tell(objects, asked);
      deleteAfterFailure(hook, objects, done);
      throw failure;
    }
    done.put(index, objects);
    printed.put(index, asked);
  }

  /** What the hook's policy asks for; that it cannot be had changes nothing for the hook. */
  private List<String> askedFor(Hook hook, List<TargetObject> objects, String end) {
    HookLogs.Printed printed = logs.byPolicy(hook, objects, end);
    printed.failures().forEach(why -> session.outcomes().warn("error outputting logs: " + why));
    return printed.texts();
  }

  private String allOf(List<TargetObject> objects) {
    HookLogs.Printed printed = logs.ofTest(objects);
    logFailures.addAll(printed.failures());
    return printed.text();
  }

  private void createAndAwait(Hook.Event event, Hook hook, List<TargetObject> objects) {
    Sender sender = session.creating(method);
    for (TargetObject object : objects) {
      try {
        sender.send(object, object.object().tree(), null);
      } catch (SendException e) {
        throw Failures.of(
            Reason.FAILED,
            "warning: Hook "
                + event.helmName()
                + " "
                + hook.resource().source()
                + " failed: "
                + e.getMessage(),
            e);
      }
    }
    ObjectWatch.Ending ending =
        session.await(objects, ReadinessRule.HOOK_DONE, false, session.course().timeout());
    String complaint = Session.complaint(ending, false);
    if (!complaint.isEmpty()) {
      throw Failures.of(ending.timedOut() ? Reason.TIMED_OUT : Reason.FAILED, complaint, null);
    }
  }

  private List<TargetObject> objects(Hook.Event event, Hook hook) {
    if (policies(hook).contains(BEFORE)) { // Helm reads it for that first, and asks less of it
      objects("deleting", hook, false);
    }
    TargetObjects objects = objects(event.helmName(), hook, true);
    if (objects.known().stream().anyMatch(object -> object.name().isEmpty())) {
      throw Failures.of(Reason.REFUSED, TargetObjects.NAMELESS, null);
    }
    return objects.known();
  }

  private TargetObjects objects(String what, Hook hook, boolean checked) {
    ReadObjects read = ReadObjects.of(List.of(hook.resource()), checked);
    TargetObjects objects =
        TargetObjects.find(read.objects(), session.types(), claim.record().namespace());
    String fault =
        read.faults().isEmpty() && !objects.unknown().isEmpty()
            ? TargetObjects.noMatch(objects.unknown().get(0))
            : read.complaint();
    if (!fault.isEmpty()) {
      throw Failures.of(
          Reason.REFUSED,
          "unable to build kubernetes object for "
              + what
              + " hook "
              + hook.resource().source()
              + ": "
              + fault,
          null);
    }
    return objects;
  }

  /** Notes a run in the record, which is written with the next step. */
  private void note(int index, Run run) {
    claim.note(withRun(index, run));
  }

  private void write(int index, Run run) {
    claim.write(withRun(index, run));
  }

  private ReleaseRecord withRun(int index, Run run) {
    ReleaseRecord record = claim.record();
    List<RecordedHook> hooks = new ArrayList<>(record.hooks());
    hooks.set(index, hooks.get(index).withRun(run));
    return record.withHooks(hooks);
  }

  /** Deletes what the policies of a failed hook, and of those before it, do not want to stay. */
  private void deleteAfterFailure(
      Hook hook, List<TargetObject> objects, Map<Integer, List<TargetObject>> done) {
    try {
      deleteBy(FAILED, hook, objects);
      done.forEach((index, made) -> deleteBy(SUCCEEDED, hook(index), made));
    } catch (ApplyException | ApiException e) {
      // the hook's own failure is what counts; that its object stays is said beside it
      session
          .outcomes()
          .warn("error deleting the hook resource on hook failure: " + e.getMessage());
    }
  }

  private static List<String> policies(Hook hook) {
    return hook.deletePolicies().isEmpty() ? List.of(BEFORE) : hook.deletePolicies();
  }

  private void deleteBy(String policy, Hook hook, List<TargetObject> objects) {
    if (objects == null || !policies(hook).contains(policy)) {
      return;
    }
    List<TargetObject> deleted = new ArrayList<>();
    for (TargetObject object : objects) {
      // a definition takes all objects of its kind along
      if (!Crds.isDefinition(object.type())
          && Deletion.delete(session.api(), object, Cascade.BACKGROUND)) {
        deleted.add(object);
      }
    }
    if (!deleted.isEmpty()) {
      ObjectWatch.Ending ending =
          session.await(deleted, ReadinessRule.READY, true, session.course().timeout());
      String complaint = Session.complaint(ending, true);
      if (!complaint.isEmpty()) {
        throw Failures.of(Reason.TIMED_OUT, complaint, null);
      }
    }
  }
}
