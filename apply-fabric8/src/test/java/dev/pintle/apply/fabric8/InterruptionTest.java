package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.Progress;
import dev.pintle.apply.ProgressListener;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.ReleaseStore.StaleException;
import dev.pintle.release.Release;
import dev.pintle.testing.apply.CutOff;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations that are cut off between any two steps, and two that want the same release. */
@OnControlPlane
class InterruptionTest {

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  InterruptionTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.impatientApplier();
    this.namespace = plane.newNamespace("interrupted");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private static ApplyOptions with(ProgressListener listener) {
    return ApplyOptions.of(options -> options.progress(listener));
  }

  /** Ends an operation at each of its steps in turn, until it comes to its own end. */
  private static int killEverywhere(Consumer<ProgressListener> operation, Runnable after) {
    int step = 1;
    while (CutOff.at(step, operation)) {
      after.run();
      step++;
    }
    return step - 1;
  }

  @Test
  void installsThatAreCutOffAnywhereCanBeRunAgain() {
    Release release = new SmallChart().configMap("a", "1").configMap("b", "1").render(namespace);
    int steps =
        killEverywhere(
            killer -> applier.apply(release, with(killer)),
            () -> {
              applier.apply(release);
              assertThat(applier.status("web", namespace).objects())
                  .allMatch(object -> object.isReady())
                  .hasSize(2);
              assertHistoryIsTrue();
              applier.uninstall("web", namespace, UninstallOptions.defaults());
              assertThat(cluster.store().entries(namespace)).isEmpty();
            });
    assertThat(steps).isGreaterThanOrEqualTo(5);
  }

  @Test
  void upgradesThatAreCutOffAnywhereLeaveNothingBehind() {
    Release one = new SmallChart().configMap("a", "1").configMap("b", "1").render(namespace);
    Release two = new SmallChart().configMap("a", "2").configMap("c", "1").render(namespace);
    applier.apply(one);
    int steps =
        killEverywhere(
            killer -> applier.apply(two, with(killer)),
            () -> {
              applier.apply(one); // not what was cut off: what that made has to go
              assertThat(cluster.get(configMap("a"))).isPresent();
              assertThat(cluster.get(configMap("b"))).isPresent();
              assertThat(cluster.get(configMap("c"))).isEmpty();
              assertHistoryIsTrue();
            });
    assertThat(steps).isGreaterThanOrEqualTo(6);
  }

  @Test
  void uninstallsThatAreCutOffAnywhereCanBeRunAgain() {
    Release release = new SmallChart().configMap("a", "1").configMap("b", "1").render(namespace);
    applier.apply(release);
    killEverywhere(
        killer ->
            applier.uninstall(
                "web", namespace, UninstallOptions.of(options -> options.progress(killer))),
        () -> {
          applier.uninstall(
              "web", namespace, UninstallOptions.of(options -> options.ignoreNotFound()));
          assertThat(cluster.store().entries(namespace)).isEmpty();
          assertThat(cluster.get(configMap("a"))).isEmpty();
          applier.apply(release);
        });
  }

  private String configMap(String name) {
    return "/api/v1/namespaces/" + namespace + "/configmaps/" + name;
  }

  /** One revision is deployed, the last; none is pending or held. */
  private void assertHistoryIsTrue() {
    assertThat(applier.history("web", namespace))
        .noneMatch(record -> record.status().isPending())
        .filteredOn(record -> record.status() == ReleaseStatus.DEPLOYED)
        .singleElement()
        .extracting(ReleaseRecord::revision)
        .isEqualTo(applier.target("web", namespace).revision() - 1);
    assertThat(cluster.store().entries(namespace)).allMatch(entry -> entry.hold() == null);
  }

  @Test
  void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    Release release = new SmallChart().configMap("a", "1").render(namespace);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    Fabric8Applier patient = cluster.applier();
    CompletableFuture<Void> winner =
        CompletableFuture.runAsync(
            () ->
                patient.apply(
                    release,
                    with(
                        event -> {
                          if (event instanceof Progress.ObjectDone) {
                            first.countDown();
                            await(second);
                          }
                        })));
    await(first);
    try (Fabric8Applier other = cluster.applier()) {
      ApplyException refusal =
          catchThrowableOfType(ApplyException.class, () -> other.apply(release));
      assertThat(refusal.reason()).isEqualTo(Reason.BUSY);
      assertThat(refusal).hasMessage("another operation (install/upgrade/rollback) is in progress");
      assertThat(refusal.diagnostics().get(0).note())
          .startsWith("revision 1 is pending-install, held by " + ProcessHandle.current().pid());
    } finally {
      second.countDown();
    }
    winner.get();
    patient.close();
    assertHistoryIsTrue();
  }

  @Test
  void whoLosesItsReleaseStops() {
    Release release = new SmallChart().configMap("a", "1").render(namespace);
    ProgressListener robber =
        event -> {
          if (event instanceof Progress.ObjectDone) {
            rob();
          }
        };
    ApplyException lost =
        catchThrowableOfType(ApplyException.class, () -> applier.apply(release, with(robber)));
    assertThat(lost.reason()).isEqualTo(Reason.BUSY);
    assertThat(applier.status("web", namespace).record().info().description())
        .isEqualTo("taken over");
  }

  /** Takes the release over; the holder's own writes may come between. */
  private void rob() {
    while (true) {
      Entry held = cluster.store().entries(namespace).get(0);
      try {
        ReleaseRecord record = cluster.store().read(held).record();
        cluster.store().update(held, record.withStatus(ReleaseStatus.FAILED, "taken over"), null);
        return;
      } catch (StaleException renewedMeanwhile) {
        // then once more
      }
    }
  }

  @Test
  void whatHelmLeftPendingIsTakenOverOnceItIsOld() throws Exception {
    Release release = new SmallChart().configMap("a", "1").render(namespace);
    applier.apply(release);
    Entry entry = cluster.store().entries(namespace).get(0);
    ReleaseRecord record = cluster.store().read(entry).record();
    cluster
        .store()
        .update(entry, record.withStatus(ReleaseStatus.PENDING_UPGRADE, "Preparing upgrade"), null);

    assertThatThrownBy(() -> applier.apply(release))
        .hasMessage("another operation (install/upgrade/rollback) is in progress");
    applier.apply(release, options -> options.abandonedAfter(Duration.ZERO));
    assertThat(applier.history("web", namespace))
        .extracting(each -> each.status().helmName() + ": " + each.info().description())
        .containsExactly(
            "failed: Left unfinished while pending-upgrade", "deployed: Install complete");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
