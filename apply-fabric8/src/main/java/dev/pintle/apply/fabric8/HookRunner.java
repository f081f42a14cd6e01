package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
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

  private static final String BEFORE = RecordedHook.DEFAULT_POLICY;
  private static final String SUCCEEDED = "hook-succeeded";
  private static final String FAILED = "hook-failed";

  private static final Comparator<RecordedHook> BY_WEIGHT_AND_NAME =
      Comparator.<RecordedHook>comparingInt(each -> each.hook().weight())
          .thenComparing(each -> each.hook().resource().name());

  private final Session session;
  private final Claim claim;
  private final Method method;
  private final Ownership ownership;
  private final boolean takingOver;
  private final HookLogs logs;
  private final boolean allLogs;
  private final List<String> logFailures = new ArrayList<>();

  /**
   * A runner.
   *
   * @param method how hooks are created
   * @param takingOver whether objects of other releases may become hooks
   * @param allLogs whether all logs are wanted, as of tests; else those that policies ask for
   */
  HookRunner(Session session, Claim claim, Method method, boolean takingOver, boolean allLogs) {
    this.session = session;
    this.claim = claim;
    this.method = method;
    this.ownership = session.ownership(claim.record().name(), claim.record().namespace());
    this.takingOver = takingOver;
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
    Map<Integer, HookObjects> done = new TreeMap<>();
    Map<Integer, List<String>> printed = new TreeMap<>();
    for (int index : order) {
      session.course().check();
      run(event, index, done, printed);
    }
    List<Integer> last = new ArrayList<>(order);
    java.util.Collections.reverse(last);
    for (int index : last) {
      tell(done.get(index).targets(), printed.get(index));
      deleteBy(SUCCEEDED, index, done.get(index));
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
      Map<Integer, HookObjects> done,
      Map<Integer, List<String>> printed) {
    claim.note(withHook(index, claim.record().hooks().get(index).withDefaultPolicy()));
    Hook hook = hook(index);
    HookObjects objects = new HookObjects(session, ownership, takingOver, objects(event, hook));
    if (hook.deletePolicies().contains(BEFORE)) {
      objects.clear();
    }
    List<TargetObject> targets = objects.targets();
    ObjectRef ref = targets.isEmpty() ? null : targets.get(0).ref();
    session.course().tell(new Progress.HookStarted(event, ref));
    Instant start = Instant.now();
    claim.write(withRun(index, new Run(start, null, Phase.RUNNING)));
    ApplyException failure = null;
    boolean made = false;
    try {
      create(event, hook, objects);
      made = true;
      await(targets);
    } catch (ApplyException e) {
      failure = e;
    }
    Run run = new Run(start, Instant.now(), failure == null ? Phase.SUCCEEDED : Phase.FAILED);
    claim.note(withRun(index, run)); // which is written with the next step
    List<String> asked = askedFor(hook, targets, failure == null ? SUCCEEDED : FAILED);
    String log = allLogs ? allOf(targets) : String.join("", asked);
    Diagnostic diagnostic = failure == null ? null : failure.diagnostics().get(0);
    HookOutcome outcome =
        new HookOutcome(ref, event, hook.resource().source(), run, log, diagnostic);
    session.outcomes().add(outcome);
    session.course().tell(new Progress.HookDone(outcome));
    if (failure != null) {
      tell(targets, asked);
      if (made) { // else what is there is not the hook's; Helm deletes nothing then
        deleteAfterFailure(index, objects, done);
      }
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

  private void create(Hook.Event event, Hook hook, HookObjects objects) {
    try {
      objects.create(session.creating(method));
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

  private void await(List<TargetObject> objects) {
    ObjectWatch.Ending ending =
        session.await(objects, ReadinessRule.HOOK_DONE, false, session.course().timeout());
    String complaint = Session.complaint(ending, false);
    if (!complaint.isEmpty()) {
      throw Failures.of(ending.timedOut() ? Reason.TIMED_OUT : Reason.FAILED, complaint, null);
    }
  }

  private List<TargetObject> objects(Hook.Event event, Hook hook) {
    boolean deleting = hook.deletePolicies().contains(BEFORE);
    if (deleting) { // Helm reads it for that first, and asks less of it
      objects("deleting", hook, false);
    }
    TargetObjects objects = objects(event.helmName(), hook, true);
    if (objects.known().stream().anyMatch(object -> object.name().isEmpty())) {
      throw Failures.of(Reason.REFUSED, TargetObjects.NAMELESS, null);
    }
    if (deleting) { // under a name that is none nothing is looked for, and nothing is run
      objects.known().forEach(TargetObject::path);
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

  private ReleaseRecord withRun(int index, Run run) {
    return withHook(index, claim.record().hooks().get(index).withRun(run));
  }

  private ReleaseRecord withHook(int index, RecordedHook hook) {
    ReleaseRecord record = claim.record();
    List<RecordedHook> hooks = new ArrayList<>(record.hooks());
    hooks.set(index, hook);
    return record.withHooks(hooks);
  }

  /** Deletes what the policies of a failed hook, and of those before it, do not want to stay. */
  private void deleteAfterFailure(int failed, HookObjects objects, Map<Integer, HookObjects> done) {
    try {
      deleteBy(FAILED, failed, objects);
      done.forEach((index, made) -> deleteBy(SUCCEEDED, index, made));
    } catch (ApplyException | ApiException e) {
      // the hook's own failure is what counts; that its object stays is said beside it
      session
          .outcomes()
          .warn("error deleting the hook resource on hook failure: " + e.getMessage());
    }
  }

  private void deleteBy(String policy, int index, HookObjects objects) {
    if (hook(index).deletePolicies().contains(policy)) {
      objects.delete();
    }
  }
}
