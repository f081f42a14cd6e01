package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.HookOutcome;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Readiness;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an operation has done so far. Safe for use by several threads. */
final class Outcomes {

  private final Operation operation;
  private final List<ObjectOutcome> objects = new ArrayList<>();
  private final List<HookOutcome> hooks = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private List<Readiness> readiness = List.of();
  private ApplyResult undone;

  Outcomes(Operation operation) {
    this.operation = operation;
  }

  Operation operation() {
    return operation;
  }

  synchronized void add(ObjectOutcome outcome) {
    objects.add(outcome);
  }

  /** Adds an outcome for an object that has none yet. */
  synchronized void addIfNew(ObjectOutcome outcome) {
    if (objects.stream().noneMatch(each -> each.object().equals(outcome.object()))) {
      objects.add(outcome);
    }
  }

  synchronized void add(HookOutcome outcome) {
    hooks.add(outcome);
  }

  /** Something that the server said in passing; the same is kept once. */
  synchronized void warn(String text) {
    warnings.add(text);
  }

  synchronized void ready(List<Readiness> states) {
    readiness = states;
  }

  synchronized void undone(ApplyResult result) {
    undone = result;
  }

  synchronized List<ObjectOutcome> with(Action action) {
    return objects.stream().filter(outcome -> outcome.action() == action).toList();
  }

  synchronized ApplyResult result(ReleaseRecord record, List<Diagnostic> failures) {
    List<Diagnostic> said =
        warnings.stream().map(text -> Diagnostic.of(Diagnostic.Kind.WARNING, text, null)).toList();
    return new ApplyResult(operation, record, objects, hooks, readiness, failures, said, undone);
  }

  /** The failure of the operation, with what was done before. */
  ApplyException failure(
      Reason reason,
      String message,
      List<Diagnostic> diagnostics,
      ReleaseRecord record,
      Throwable cause) {
    return new ApplyException(reason, message, diagnostics, result(record, diagnostics), cause);
  }
}
