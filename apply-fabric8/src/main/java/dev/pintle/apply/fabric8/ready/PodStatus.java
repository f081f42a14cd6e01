package dev.pintle.apply.fabric8.ready;

import static dev.pintle.apply.fabric8.ready.ObjectStatus.current;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.failed;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.inProgress;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** kstatus' rules for pods. */
final class PodStatus {

  /** How long a pod may wait for a node before that counts as a failure. */
  private static final Duration SCHEDULING = Duration.ofSeconds(15);

  private PodStatus() {}

  static ObjectStatus of(Table pod, Instant now) {
    String phase = Fields.text(Fields.table(pod, "status"), "phase");
    return switch (phase) {
      case "Succeeded" -> current("Pod has completed successfully");
      case "Failed" -> current("Pod has completed, but not successfully");
      case "Running" -> running(pod);
      case "Pending" -> pending(pod, now);
      case "" -> inProgress("Pod phase not available");
      default ->
          new ObjectStatus(dev.pintle.apply.Readiness.Status.UNKNOWN, "unknown phase " + phase);
    };
  }

  private static ObjectStatus running(Table pod) {
    for (Table condition : ObjectStatus.conditions(pod)) {
      if (ObjectStatus.is(condition, "Ready", "True")) {
        return current("Pod is Ready");
      }
    }
    List<String> looping =
        Fields.tables(Fields.table(pod, "status"), "containerStatuses").stream()
            .filter(
                container ->
                    Fields.text(Fields.table(container, "state", "waiting"), "reason")
                        .equals("CrashLoopBackOff"))
            .map(container -> Fields.text(container, "name"))
            .toList();
    return looping.isEmpty()
        ? inProgress("Pod is running but is not Ready")
        : failed("Containers in CrashLoop state: " + String.join(",", looping));
  }

  private static ObjectStatus pending(Table pod, Instant now) {
    for (Table condition : ObjectStatus.conditions(pod)) {
      if (ObjectStatus.is(condition, "PodScheduled", "False")
          && Fields.text(condition, "reason").equals("Unschedulable")) {
        return now.minus(SCHEDULING).isBefore(createdAt(pod, now))
            ? inProgress("Pod has not been scheduled")
            : failed("Pod could not be scheduled");
      }
    }
    return inProgress("Pod is in the Pending phase");
  }

  private static Instant createdAt(Table pod, Instant otherwise) {
    Instant made = Fields.time(pod, "creationTimestamp");
    return made == null ? otherwise : made;
  }
}
