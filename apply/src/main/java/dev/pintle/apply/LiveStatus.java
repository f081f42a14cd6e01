package dev.pintle.apply;

import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.values.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A release as it is now. Immutable.
 *
 * @param record its last revision, or the one that was asked for
 * @param hold who works on it now, or null
 * @param objects how each of its objects is, where the applier can say
 * @param resources the objects that are there, in the form that was asked for, by version and kind
 *     such as {@code v1/Deployment}, in the order of the release; and as {@code v1/Pod(related)}
 *     the pods that its workloads select. Empty if they were not asked for, or the applier has none
 *     to show.
 * @param warnings what could not be found out and does not matter to the rest
 */
public record LiveStatus(
    ReleaseRecord record,
    Hold hold,
    List<Readiness> objects,
    Map<String, List<Table>> resources,
    List<Diagnostic> warnings) {

  /** What is given is copied. */
  public LiveStatus {
    objects = List.copyOf(objects);
    Map<String, List<Table>> copy = new LinkedHashMap<>();
    resources.forEach((kind, tables) -> copy.put(kind, List.copyOf(tables)));
    resources = Collections.unmodifiableMap(copy);
    warnings = List.copyOf(warnings);
  }
}
