package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.Progress;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that lets some objects of a release in and others not. */
@OnControlPlane
class RefusalsTest {

  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: disk}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: %s}}
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: front}
      spec: {ports: [{port: 80}]}
      """;

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  RefusalsTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("refusals");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private SmallChart chart(String size) {
    return new SmallChart()
        .configMap("a", "1")
        .template("disk.yaml", CLAIM.formatted(size))
        .template("front.yaml", SERVICE);
  }

  private boolean isThere(String plural, String name) {
    return cluster.get("/api/v1/namespaces/" + namespace + "/" + plural + "/" + name).isPresent();
  }

  private ReleaseRecord last() {
    return applier.status("web", namespace).record();
  }

  @Test
  void whatAdmissionRefusesIsToldAndTheRestIsThere() {
    cluster.post(
        "/api/v1/namespaces/" + namespace + "/limitranges",
        """
        {"metadata": {"name": "small"}, "spec": {"limits": [
          {"type": "PersistentVolumeClaim", "max": {"storage": "1Gi"}}]}}""");
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class, () -> applier.apply(chart("5Gi").render(namespace)));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure)
        .hasMessageContaining("/disk /v1, Kind=PersistentVolumeClaim: ")
        .hasMessageContaining(
            "maximum storage usage per PersistentVolumeClaim is 1Gi, but request is 5Gi");
    assertThat(failure.diagnostics().get(0).position().file()).isEqualTo("web/templates/disk.yaml");
    assertThat(failure.result().orElseThrow().objects(Action.FAILED)).hasSize(1);
    assertThat(failure.result().orElseThrow().objects(Action.CREATED)).hasSize(2);
    assertThat(last().status()).isEqualTo(ReleaseStatus.FAILED);

    ApplyResult again = applier.apply(chart("1Gi").render(namespace));
    assertThat(again.objects(Action.CREATED))
        .extracting(each -> each.name())
        .containsExactly("disk");
    assertThat(again.objects(Action.UNCHANGED)).hasSize(2);
    assertThat(last().status()).isEqualTo(ReleaseStatus.DEPLOYED);
  }

  @Test
  void aKindThatOneMayNotWriteIsToldAndTheRestIsThere() {
    cluster.allowGuestTheKinds(
        namespace, "configmaps", "secrets", "persistentvolumeclaims", "services/status");
    try (Fabric8Applier guest = cluster.guestApplier()) {
      ApplyException failure =
          catchThrowableOfType(
              ApplyException.class, () -> guest.apply(chart("1Gi").render(namespace)));
      assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
      assertThat(failure)
          .hasMessageContaining("services \"front\" is forbidden: User \"guest\" cannot");
      assertThat(applier.list(namespace)).noneMatch(each -> each.status().isPending());
    }
    ApplyResult allowed = applier.apply(chart("1Gi").render(namespace));
    assertThat(allowed.objects(Action.FAILED)).isEmpty();
    assertThat(isThere("services", "front")).isTrue();
    assertThat(last().status()).isEqualTo(ReleaseStatus.DEPLOYED);
  }

  @Test
  void aNamespaceThatIsBeingDeletedTakesNoRelease() {
    cluster.delete("/api/v1/namespaces/" + namespace);
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class, () -> applier.apply(chart("1Gi").render(namespace)));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("because it is being terminated");
    assertThat(cluster.store().entries(namespace)).isEmpty();
    assertThat(isThere("configmaps", "a")).isFalse();
  }

  @Test
  void aNamespaceThatIsDeletedMeanwhileLeavesAFailedRelease() {
    SmallChart chart = chart("1Gi");
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.apply(
                    chart.render(namespace),
                    options ->
                        options.progress(
                            event -> {
                              if (event instanceof Progress.ObjectDone done && done.done() == 1) {
                                cluster.delete("/api/v1/namespaces/" + namespace);
                              }
                            })));
    assertThat(failure).hasMessageContaining("because it is being terminated");
    assertThat(failure.result().orElseThrow().objects(Action.CREATED)).hasSize(1);
    assertThat(last().status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(applier.status("web", namespace).hold()).isNull();
  }
}
