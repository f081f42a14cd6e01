package dev.pintle.apply.fabric8.ready;

import dev.pintle.apply.Readiness.Status;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a live object is on the way to its spec, by the rules of kstatus (sigs.k8s.io/cli-utils,
 * which Helm 4 waits with): first what all objects have in common, then the rules of built-in
 * kinds, then a {@code Ready} condition, and else it is current.
 *
 * @param message kstatus' words
 */
public record ObjectStatus(Status status, String message) {

  /**
   * The status of an object as the API gives it.
   *
   * @param now for what may take a while before it counts as failed
   */
  public static ObjectStatus of(Table object, Instant now) {
    return inGeneral(object)
        .or(() -> BuiltInKinds.status(object, now))
        .or(() -> byReadyCondition(object))
        .orElse(current("Resource is current"));
  }

  static ObjectStatus current(String message) {
    return new ObjectStatus(Status.CURRENT, message);
  }

  static ObjectStatus inProgress(String message) {
    return new ObjectStatus(Status.IN_PROGRESS, message);
  }

  static ObjectStatus failed(String message) {
    return new ObjectStatus(Status.FAILED, message);
  }

  private static Optional<ObjectStatus> inGeneral(Table object) {
    if (!Fields.metadata(object, "deletionTimestamp").isEmpty()) {
      return Optional.of(new ObjectStatus(Status.TERMINATING, "Resource scheduled for deletion"));
    }
    return unobserved(object).or(() -> byStandardConditions(object));
  }

  /** A controller that has not seen the last change yet. */
  private static Optional<ObjectStatus> unobserved(Table object) {
    Table metadata = Fields.table(object, "metadata");
    Table status = Fields.table(object, "status");
    if (!(metadata.get("generation") instanceof Number)
        || !(status.get("observedGeneration") instanceof Number)) {
      return Optional.empty();
    }
    long generation = Fields.number(metadata, "generation", 0);
    long observed = Fields.number(status, "observedGeneration", 0);
    return generation == observed
        ? Optional.empty()
        : Optional.of(
            inProgress(
                Fields.text(object, "kind")
                    + " generation is "
                    + generation
                    + ", but latest observed generation is "
                    + observed));
  }

  private static Optional<ObjectStatus> byStandardConditions(Table object) {
    for (Table condition : conditions(object)) {
      if (is(condition, "Reconciling", "True")) {
        return Optional.of(inProgress(Fields.text(condition, "message")));
      }
      if (is(condition, "Stalled", "True")) {
        return Optional.of(failed(Fields.text(condition, "message")));
      }
    }
    return Optional.empty();
  }

  private static Optional<ObjectStatus> byReadyCondition(Table object) {
    for (Table condition : conditions(object)) {
      if (Fields.text(condition, "type").equals("Ready")) {
        return switch (Fields.text(condition, "status")) {
          case "True" -> Optional.of(current("Resource is Ready"));
          case "False", "Unknown" -> Optional.of(inProgress(Fields.text(condition, "message")));
          default -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }

  static List<Table> conditions(Table object) {
    return Fields.tables(Fields.table(object, "status"), "conditions");
  }

  static boolean is(Table condition, String type, String status) {
    return Fields.text(condition, "type").equals(type)
        && Fields.text(condition, "status").equals(status);
  }
}
