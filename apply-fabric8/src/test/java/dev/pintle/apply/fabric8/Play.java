package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Progress;
import dev.pintle.apply.ProgressListener;
import dev.pintle.apply.Readiness;
import java.util.HashSet;
import java.util.Set;

/**
 * Plays the controllers that a bare API server does not have: whatever is waited for becomes what
 * it shall be, or fails if its name says so.
 */
final class Play implements ProgressListener {

  private static final String TIME = "\"2026-01-01T00:00:00Z\"";

  private final TestCluster cluster;
  private final Set<ObjectRef> played = new HashSet<>();

  Play(TestCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void on(Progress event) {
    if (event instanceof Progress.Waiting waiting) {
      waiting.notReady().stream().map(Readiness::object).filter(played::add).forEach(this::play);
    } else if (event instanceof Progress.HookStarted) {
      played.clear(); // the next hook may have the name of one that was deleted
    }
  }

  private void play(ObjectRef object) {
    boolean fails = object.name().startsWith("fail");
    switch (object.kind()) {
      case "Job" -> status("/apis/batch/v1/", "jobs", object, job(fails));
      case "Pod" ->
          status(
              "/api/v1/",
              "pods",
              object,
              "{\"phase\":\"" + (fails ? "Failed" : "Succeeded") + "\"}");
      case "Deployment" -> {
        if (!fails) {
          status("/apis/apps/v1/", "deployments", object, DEPLOYED);
        }
      }
      default -> throw new IllegalStateException("who knows how to play " + object);
    }
  }

  private static final String DEPLOYED =
      """
      {"observedGeneration": 1, "replicas": 1, "updatedReplicas": 1, "readyReplicas": 1,
       "availableReplicas": 1, "conditions": [
         {"type": "Available", "status": "True"},
         {"type": "Progressing", "status": "True", "reason": "NewReplicaSetAvailable"}]}""";

  private static String job(boolean fails) {
    String first = fails ? "FailureTarget" : "SuccessCriteriaMet";
    String last = fails ? "Failed" : "Complete";
    return "{\"startTime\": "
        + TIME
        + (fails ? ", \"failed\": 1" : ", \"succeeded\": 1, \"completionTime\": " + TIME)
        + ", \"conditions\": [{\"type\": \""
        + first
        + "\", \"status\": \"True\"}, {\"type\": \""
        + last
        + "\", \"status\": \"True\"}]}";
  }

  private void status(String root, String plural, ObjectRef object, String status) {
    cluster.merge(
        root + "namespaces/" + object.namespace() + "/" + plural + "/" + object.name() + "/status",
        "{\"status\": " + status + "}",
        "play");
  }
}
