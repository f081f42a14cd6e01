package dev.pintle.cli;

import dev.pintle.testing.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plays the kubelet of a namespace: pods become ready as soon as they are there, those of jobs end,
 * and end badly if their name begins with {@code fail}.
 */
final class PlayedPods implements AutoCloseable {

  private static final String RUNNING =
      """
      {"status": {"phase": "Running", "conditions": [
        {"type": "Ready", "status": "True", "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}""";

  private final KubernetesClient client;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Watch watch;

  PlayedPods(ControlPlane plane, String namespace) {
    this.client = plane.client();
    this.watch = client.pods().inNamespace(namespace).watch(new Play());
  }

  private final class Play implements Watcher<Pod> {

    @Override
    public void eventReceived(Action action, Pod pod) {
      if (action == Action.ADDED) {
        thread.execute(() -> play(pod));
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      // then what waits for pods runs into its deadline
    }
  }

  private void play(Pod pod) {
    String name = pod.getMetadata().getName();
    boolean ends = "Never".equals(pod.getSpec().getRestartPolicy());
    String end = name.startsWith("fail") ? "Failed" : "Succeeded";
    client
        .pods()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(name)
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            ends ? "{\"status\": {\"phase\": \"" + end + "\"}}" : RUNNING);
  }

  @Override
  public void close() {
    watch.close();
    thread.shutdownNow();
    client.close();
  }
}
