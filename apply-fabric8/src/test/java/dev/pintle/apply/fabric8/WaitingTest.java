package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Cancellation;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Readiness;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for objects of a real server, whose status the test plays; and what a failure leaves. */
@OnControlPlane
class WaitingTest {

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  WaitingTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("waiting");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private static SmallChart deployment(String name) {
    return new SmallChart()
        .configMap("a", "1")
        .template(
            name + ".yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: %s
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers: [{name: main, image: none}]
            """
                .formatted(name));
  }

  @Test
  void endsWhenAllIsReady() {
    ApplyResult result =
        applier.apply(
            deployment("app").render(namespace),
            options -> options.wait(WaitStrategy.WATCHER).progress(new Play(cluster)));
    assertThat(result.record().status()).isEqualTo(ReleaseStatus.DEPLOYED);
    assertThat(result.readiness())
        .extracting(Readiness::message)
        .containsExactly("Deployment is available. Replicas: 1");
  }

  @Test
  void saysWhatIsNotReadyInTime() {
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.apply(
                    deployment("app").render(namespace),
                    options -> options.waitUpTo(Duration.ofMillis(300))));
    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(failure)
        .hasMessage(
            "resource Deployment/"
                + namespace
                + "/app not ready. status: InProgress, message: Replicas: 0/1\n"
                + "context deadline exceeded");
    assertThat(failure.result().orElseThrow().record().info().description())
        .isEqualTo("Release \"web\" failed: " + failure.getMessage());
  }

  @Test
  void takesTheOldRulesIfToldTo() {
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: app},"
            + " spec: {type: LoadBalancer, ports: [{port: 80}]}}";
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.apply(
                    new SmallChart().template("app.yaml", service).render(namespace),
                    options -> options.waitUpTo(Duration.ofMillis(300)).wait(WaitStrategy.LEGACY)));
    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(failure).hasMessage("context deadline exceeded");
    assertThat(failure.result().orElseThrow().readiness())
        .extracting(Readiness::message)
        .containsExactly("Service does not have load balancer ingress IP address");
  }

  @Test
  void canBeCancelled() {
    Cancellation cancellation = new Cancellation();
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.apply(
                    deployment("app").render(namespace),
                    options ->
                        options
                            .wait(WaitStrategy.WATCHER)
                            .cancellation(cancellation)
                            .progress(
                                event -> {
                                  if (event instanceof Progress.Waiting) {
                                    cancellation.cancel("enough");
                                  }
                                })));
    assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(applier.status("web", namespace).record().status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(applier.status("web", namespace).hold()).isNull();
  }

  @Test
  void failedInstallsAreTakenAwayIfAsked() {
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.apply(
                    deployment("app").render(namespace),
                    options -> options.waitUpTo(Duration.ofMillis(300)).rollbackOnFailure()));
    assertThat(failure)
        .hasMessageStartingWith(
            "release web failed, and has been uninstalled due to rollback-on-failure being set: ");
    assertThat(failure.result().orElseThrow().undone().operation()).isEqualTo(Operation.UNINSTALL);
    assertThat(cluster.get("/api/v1/namespaces/" + namespace + "/configmaps/a")).isEmpty();
    assertThat(cluster.store().entries(namespace)).isEmpty();
  }

  @Test
  void failedUpgradesAreRolledBackIfAsked() {
    applier.apply(new SmallChart().configMap("a", "good").render(namespace));
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.apply(
                    deployment("app").render(namespace),
                    options -> options.waitUpTo(Duration.ofMillis(300)).rollbackOnFailure()));
    assertThat(failure)
        .hasMessageStartingWith(
            "release web failed, and has been rolled back due to rollback-on-failure being set: ");
    ApplyResult undone = failure.result().orElseThrow().undone();
    assertThat(undone.objects(Action.DELETED)).hasSize(1);
    assertThat(applier.history("web", namespace))
        .extracting(
            record ->
                record.status().helmName() + ": " + record.info().description().split("\n")[0])
        .containsExactly(
            "superseded: Install complete",
            "failed: Upgrade \"web\" failed: resource Deployment/"
                + namespace
                + "/app not ready. status: InProgress, message: Replicas: 0/1",
            "deployed: Rollback to 1");
  }

  @Test
  void failedUpgradesCleanUpIfAsked() {
    applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    catchThrowableOfType(
        ApplyException.class,
        () ->
            applier.apply(
                deployment("app").configMap("b", "1").render(namespace),
                options -> options.waitUpTo(Duration.ofMillis(300)).cleanupOnFail()));
    assertThat(cluster.get("/api/v1/namespaces/" + namespace + "/configmaps/a")).isPresent();
    assertThat(cluster.get("/api/v1/namespaces/" + namespace + "/configmaps/b")).isEmpty();
  }
}
