package dev.pintle.apply.fabric8.ready;

import static dev.pintle.apply.fabric8.ready.ObjectStatus.current;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.failed;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.inProgress;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.Optional;

/** The rules of kstatus for kinds that Kubernetes itself has, but for those of workloads. */
final class BuiltInKinds {

  private BuiltInKinds() {}

  /** The status of an object of such a kind; empty for other kinds. */
  static Optional<ObjectStatus> status(Table object, Instant now) {
    String apiVersion = Fields.text(object, "apiVersion");
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash + 1);
    ObjectStatus status =
        switch (group + Fields.text(object, "kind")) {
          case "Secret", "ConfigMap", "batch/CronJob" -> current("Resource is always ready");
          case "Service" -> service(object);
          case "Pod" -> PodStatus.of(object, now);
          case "PersistentVolumeClaim" -> claim(object);
          case "policy/PodDisruptionBudget" -> current("AllowedDisruptions has been computed.");
          case "batch/Job" -> job(object);
          case "apiextensions.k8s.io/CustomResourceDefinition" -> definition(object);
          case "apps/Deployment", "extensions/Deployment" -> Workloads.deployment(object);
          case "apps/ReplicaSet", "extensions/ReplicaSet" -> Workloads.replicaSet(object);
          case "apps/DaemonSet", "extensions/DaemonSet" -> Workloads.daemonSet(object);
          case "apps/StatefulSet" -> Workloads.statefulSet(object);
          default -> null;
        };
    return Optional.ofNullable(status);
  }

  private static ObjectStatus service(Table object) {
    Table spec = Fields.table(object, "spec");
    return Fields.text(spec, "type").equals("LoadBalancer")
            && Fields.text(spec, "clusterIP").isEmpty()
        ? inProgress("ClusterIP not set. Service type: LoadBalancer")
        : current("Service is ready");
  }

  private static ObjectStatus claim(Table object) {
    String phase = Fields.text(Fields.table(object, "status"), "phase");
    return phase.equals("Bound")
        ? current("PVC is Bound")
        : inProgress("PVC is not Bound. phase: " + (phase.isEmpty() ? "unknown" : phase));
  }

  /** A job that runs is current: whoever wants it completed looks for that. */
  private static ObjectStatus job(Table object) {
    Table status = Fields.table(object, "status");
    Optional<ObjectStatus> ended = JobEnd.of(object);
    if (ended.isPresent()) {
      return ended.get();
    }
    if (Fields.text(status, "startTime").isEmpty()) {
      return inProgress("Job not started");
    }
    return current(
        "Job in progress. success:"
            + Fields.number(status, "succeeded", 0)
            + ", active: "
            + Fields.number(status, "active", 0)
            + ", failed: "
            + Fields.number(status, "failed", 0));
  }

  private static ObjectStatus definition(Table object) {
    for (Table condition : ObjectStatus.conditions(object)) {
      String message = Fields.text(condition, "message");
      if (ObjectStatus.is(condition, "NamesAccepted", "False")) {
        return failed(message);
      }
      if (ObjectStatus.is(condition, "Established", "False")
          && !Fields.text(condition, "reason").equals("Installing")) {
        return failed(message);
      }
      if (ObjectStatus.is(condition, "Established", "True")) {
        return current("CRD is established");
      }
    }
    return inProgress("Install in progress");
  }
}
