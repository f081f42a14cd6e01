package dev.pintle.apply.fabric8.ready;

import static dev.pintle.apply.fabric8.ready.ObjectStatus.current;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.failed;
import static dev.pintle.apply.fabric8.ready.ObjectStatus.inProgress;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;

/** kstatus' rules for kinds that keep pods running. */
final class Workloads {

  /** What a deployment without a deadline has: then it never says that it progresses. */
  private static final long NO_DEADLINE = Integer.MAX_VALUE;

  private final Table object;
  private final Table spec;
  private final Table status;
  private final long wanted;
  private final long replicas;
  private final long ready;
  private final long available;
  private final long updated;

  private Workloads(Table object) {
    this.object = object;
    this.spec = Fields.table(object, "spec");
    this.status = Fields.table(object, "status");
    this.wanted = Fields.number(spec, "replicas", 1);
    this.replicas = count("replicas");
    this.ready = count("readyReplicas");
    this.available = count("availableReplicas");
    this.updated = count("updatedReplicas");
  }

  private long count(String name) {
    return Fields.number(status, name, 0);
  }

  private static ObjectStatus missing(String what, long have, long want) {
    return inProgress(what + ": " + have + "/" + want);
  }

  private ObjectStatus tooMany() {
    return inProgress("Pending termination: " + (replicas - wanted));
  }

  static ObjectStatus deployment(Table object) {
    return new Workloads(object).deployment();
  }

  private ObjectStatus deployment() {
    boolean progressing =
        Fields.number(spec, "progressDeadlineSeconds", NO_DEADLINE) == NO_DEADLINE;
    boolean isAvailable = false;
    for (Table condition : ObjectStatus.conditions(object)) {
      String reason = Fields.text(condition, "reason");
      if (Fields.text(condition, "type").equals("Progressing")) {
        if (reason.equals("ProgressDeadlineExceeded")) {
          return failed("Progress deadline exceeded");
        }
        progressing |=
            ObjectStatus.is(condition, "Progressing", "True")
                && reason.equals("NewReplicaSetAvailable");
      }
      isAvailable |= ObjectStatus.is(condition, "Available", "True");
    }
    if (wanted > replicas) {
      return missing("Replicas", replicas, wanted);
    }
    if (wanted > updated) {
      return missing("Updated", updated, wanted);
    }
    if (replicas > wanted) {
      return tooMany();
    }
    if (updated > available) {
      return missing("Available", available, updated);
    }
    if (wanted > ready) {
      return missing("Ready", ready, wanted);
    }
    if (!progressing) {
      return inProgress("ReplicaSet not Available");
    }
    return isAvailable
        ? current("Deployment is available. Replicas: " + replicas)
        : inProgress("Deployment not Available");
  }

  static ObjectStatus replicaSet(Table object) {
    return new Workloads(object).replicaSet();
  }

  private ObjectStatus replicaSet() {
    for (Table condition : ObjectStatus.conditions(object)) {
      if (ObjectStatus.is(condition, "ReplicaFailure", "True")) {
        return inProgress("Replica Failure condition. Check Pods");
      }
    }
    long labelled = count("fullyLabeledReplicas");
    if (wanted > labelled) {
      return missing("Labelled", labelled, wanted);
    }
    if (wanted > available) {
      return missing("Available", available, wanted);
    }
    if (wanted > ready) {
      return missing("Ready", ready, wanted);
    }
    return replicas > wanted
        ? tooMany()
        : current("ReplicaSet is available. Replicas: " + replicas);
  }

  static ObjectStatus statefulSet(Table object) {
    return new Workloads(object).statefulSet();
  }

  private ObjectStatus statefulSet() {
    if (Fields.text(Fields.table(spec, "updateStrategy"), "type").equals("OnDelete")) {
      return current("StatefulSet is using the ondelete update strategy");
    }
    if (wanted > replicas) {
      return missing("Replicas", replicas, wanted);
    }
    if (wanted > ready) {
      return missing("Ready", ready, wanted);
    }
    if (replicas > wanted) {
      return tooMany();
    }
    long partition =
        Fields.number(Fields.table(spec, "updateStrategy", "rollingUpdate"), "partition", -1);
    if (partition != -1) {
      return updated < wanted - partition
          ? missing("updated", updated, wanted - partition)
          : current("Partition rollout complete. updated: " + updated);
    }
    long ofThisRevision = count("currentReplicas");
    if (wanted > ofThisRevision) {
      return missing("current", ofThisRevision, wanted);
    }
    return Fields.text(status, "currentRevision").equals(Fields.text(status, "updateRevision"))
        ? current("All replicas scheduled as expected. Replicas: " + replicas)
        : inProgress("Waiting for updated revision to match current");
  }

  static ObjectStatus daemonSet(Table object) {
    return new Workloads(object).daemonSet();
  }

  private ObjectStatus daemonSet() {
    if (!(Fields.table(object, "metadata").get("generation") instanceof Number)) {
      return inProgress("DaemonSet metadata.generation not found");
    }
    if (!(status.get("observedGeneration") instanceof Number)) {
      return inProgress("DaemonSet status.observedGeneration not found");
    }
    long desired = Fields.number(status, "desiredNumberScheduled", -1);
    if (desired == -1) {
      return inProgress("Missing .status.desiredNumberScheduled");
    }
    String[][] counts = {
      {"Current", "currentNumberScheduled"},
      {"Updated", "updatedNumberScheduled"},
      {"Available", "numberAvailable"},
      {"Ready", "numberReady"}
    };
    for (String[] each : counts) {
      if (desired > count(each[1])) {
        return missing(each[0], count(each[1]), desired);
      }
    }
    return current("All replicas scheduled as expected. Replicas: " + desired);
  }
}
