package dev.pintle.apply;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What an operation has done. Immutable.
 *
 * @param record the revision as it was recorded last, or null if none is kept
 * @param objects what became of each object, in the order in which they were dealt with
 * @param hooks the hooks that ran, in order
 * @param readiness the objects that were waited for, as they were last seen
 * @param failures why the operation failed; empty if it did not
 * @param warnings what the target said in passing, such as that an API is deprecated
 * @param undone what was done to undo a failure, or null
 */
public record ApplyResult(
    Operation operation,
    ReleaseRecord record,
    List<ObjectOutcome> objects,
    List<HookOutcome> hooks,
    List<Readiness> readiness,
    List<Diagnostic> failures,
    List<Diagnostic> warnings,
    ApplyResult undone) {

  /** Lists are copied. */
  public ApplyResult {
    objects = List.copyOf(objects);
    hooks = List.copyOf(hooks);
    readiness = List.copyOf(readiness);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
  }

  /** The revision as it was recorded last, if one is kept. */
  public Optional<ReleaseRecord> recorded() {
    return Optional.ofNullable(record);
  }

  /** The objects with which something was done. */
  public List<ObjectRef> objects(ObjectOutcome.Action action) {
    return objects.stream()
        .filter(outcome -> outcome.action() == action)
        .map(ObjectOutcome::object)
        .toList();
  }

  /** True if nothing failed. */
  public boolean succeeded() {
    return failures.isEmpty();
  }
}
