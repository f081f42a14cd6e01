package dev.pintle.apply.fabric8.ready;

import static dev.pintle.apply.fabric8.ready.ObjectStatus.current;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.failed;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.inProgress;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.Instant;

/**
 * When Helm 3 takes an object for ready: {@code --wait=legacy}, as Helm's {@code pkg/kube/ready.go}
 * has it. Kinds that are not named here are ready once they are there, custom resources among them.
 */
public final class LegacyRule implements ReadinessRule {

  private final LegacyPods pods;
  private final boolean jobsToo;

  /**
   * A rule.
   *
   * @param api what belongs to an object is looked for there
   * @param jobsToo whether jobs have to complete
   */
  public LegacyRule(Api api, boolean jobsToo) {
    this.pods = new LegacyPods(api);
    this.jobsToo = jobsToo;
  }

  @Override
  public ObjectStatus status(Table object, Instant now) {
    return switch (Fields.text(object, "apiVersion") + "/" + Fields.text(object, "kind")) {
      case "v1/Pod" -> LegacyPods.isReady(object) ? ready() : inProgress("Pod is not ready");
      case "v1/Service" -> service(object);
      case "v1/PersistentVolumeClaim" -> claim(object);
      case "batch/v1/Job" -> jobsToo ? job(object) : ready();
      case "apps/v1/Deployment" -> pods.deployment(object);
      case "apps/v1/DaemonSet" -> daemonSet(object);
      case "apps/v1/StatefulSet" -> statefulSet(object);
      case "apps/v1/ReplicaSet" ->
          isObserved(object)
              ? pods.all(object, Fields.table(object, "spec", "selector"))
              : unobserved(object);
      case "v1/ReplicationController" -> {
        Table labels = new Table();
        labels.put("matchLabels", Fields.table(object, "spec", "selector"));
        yield isObserved(object) ? pods.all(object, labels) : unobserved(object);
      }
      case "apiextensions.k8s.io/v1/CustomResourceDefinition" -> definition(object);
      default -> ready();
    };
  }

  static ObjectStatus ready() {
    return current("Resource is ready");
  }

  static boolean isObserved(Table object) {
    return Fields.number(Fields.table(object, "status"), "observedGeneration", 0)
        == Fields.number(Fields.table(object, "metadata"), "generation", 0);
  }

  static ObjectStatus unobserved(Table object) {
    return inProgress(
        Fields.text(object, "kind")
            + " is not ready, observedGeneration does not match spec generation");
  }

  private static ObjectStatus service(Table service) {
    Table spec = Fields.table(service, "spec");
    String type = Fields.text(spec, "type");
    if (type.equals("ExternalName")) {
      return ready();
    }
    if (Fields.text(spec, "clusterIP").isEmpty()) {
      return inProgress("Service does not have cluster IP address");
    }
    boolean hasAddress =
        spec.get("externalIPs") instanceof Sequence addresses && !addresses.isEmpty()
            || Fields.table(service, "status", "loadBalancer").containsKey("ingress");
    return type.equals("LoadBalancer") && !hasAddress
        ? inProgress("Service does not have load balancer ingress IP address")
        : ready();
  }

  private static ObjectStatus claim(Table claim) {
    return Fields.text(Fields.table(claim, "status"), "phase").equals("Bound")
        ? ready()
        : inProgress("PersistentVolumeClaim is not bound");
  }

  private static ObjectStatus job(Table job) {
    Table spec = Fields.table(job, "spec");
    Table status = Fields.table(job, "status");
    if (Fields.number(status, "failed", 0) > Fields.number(spec, "backoffLimit", 6)) {
      return failed(
          "job is failed: "
              + Fields.metadata(job, "namespace")
              + "/"
              + Fields.metadata(job, "name"));
    }
    return Fields.number(status, "succeeded", 0) < Fields.number(spec, "completions", 0)
        ? inProgress("Job is not completed")
        : ready();
  }

  private static ObjectStatus daemonSet(Table set) {
    Table strategy = Fields.table(set, "spec", "updateStrategy");
    Table status = Fields.table(set, "status");
    if (!isObserved(set)) {
      return unobserved(set);
    }
    if (!Fields.text(strategy, "type").equals("RollingUpdate")) {
      return ready();
    }
    long desired = Fields.number(status, "desiredNumberScheduled", 0);
    long updated = Fields.number(status, "updatedNumberScheduled", 0);
    if (updated != desired) {
      return inProgress(
          "DaemonSet does not have enough Pods scheduled: " + updated + "/" + desired);
    }
    Object unavailable = Fields.table(strategy, "rollingUpdate").get("maxUnavailable");
    return enough(set, "numberReady", desired - Share.of(unavailable, desired, true));
  }

  private static ObjectStatus statefulSet(Table set) {
    Table spec = Fields.table(set, "spec");
    Table status = Fields.table(set, "status");
    Table strategy = Fields.table(spec, "updateStrategy");
    if (!isObserved(set)) {
      return unobserved(set);
    }
    if (!Fields.text(strategy, "type").equals("RollingUpdate")) {
      return ready();
    }
    long replicas = Fields.number(spec, "replicas", 1);
    long partition = Fields.number(Fields.table(strategy, "rollingUpdate"), "partition", 0);
    long updated = Fields.number(status, "updatedReplicas", 0);
    if (updated < replicas - partition) {
      return inProgress(
          "StatefulSet does not have enough Pods scheduled: "
              + updated
              + "/"
              + (replicas - partition));
    }
    if (Fields.number(status, "readyReplicas", 0) != replicas) {
      return enough(set, "readyReplicas", replicas);
    }
    boolean same =
        Fields.text(status, "currentRevision").equals(Fields.text(status, "updateRevision"));
    return partition == 0 && !same
        ? inProgress("StatefulSet is not ready, currentRevision does not match updateRevision")
        : ready();
  }

  static ObjectStatus enough(Table object, String field, long wanted) {
    long found = Fields.number(Fields.table(object, "status"), field, 0);
    return found < wanted
        ? inProgress(
            Fields.text(object, "kind")
                + " does not have enough Pods ready: "
                + found
                + "/"
                + wanted)
        : ready();
  }

  /** A name that is taken does not keep a release from going on. */
  private static ObjectStatus definition(Table definition) {
    return ObjectStatus.conditions(definition).stream()
            .anyMatch(
                condition ->
                    ObjectStatus.is(condition, "Established", "True")
                        || ObjectStatus.is(condition, "NamesAccepted", "False"))
        ? ready()
        : inProgress("CustomResourceDefinition is not established");
  }
}
