package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.fabric8.Deaths.End;
import dev.pintle.apply.fabric8.Life.Step;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the real Helm says of a release whose applier was killed, and that it can go on with it. */
@OnControlPlane
@BesideHelm
class HelmAfterDeathTest {

  private final RealHelm helm;
  private final ControlPlane plane;
  private final TestCluster cluster;
  private final Deaths deaths;
  private final Fabric8Applier applier;
  private final String namespace;

  @TempDir Path chart;

  HelmAfterDeathTest(RealHelm helm, ControlPlane plane) {
    this.helm = helm;
    this.plane = plane;
    this.cluster = new TestCluster(plane);
    this.deaths = new Deaths(plane, cluster);
    this.applier = cluster.impatientApplier();
    this.namespace = plane.newNamespace("helm-after-death");
  }

  @AfterEach
  void close() {
    applier.close();
    deaths.close();
    cluster.close();
  }

  private void run(Step step) {
    step.run(applier, namespace, new Play(cluster));
  }

  private RealHelm.Run helm(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--namespace=" + namespace);
    return helm.run(plane, line.toArray(String[]::new));
  }

  /** A column of a table of Helm's, whose cells are parted by tabs. */
  private List<String> column(int number, String... arguments) {
    return helm(arguments)
        .orFail()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t")[number].strip())
        .toList();
  }

  private List<String> listed() {
    return column(4, "list", "--no-headers");
  }

  private List<String> history() {
    return column(2, "history", "web").stream().skip(1).toList();
  }

  /** Kills an operation in the midst of the release's objects. */
  private void die(Step step) {
    Arrays.stream(Step.values()).takeWhile(earlier -> earlier != step).forEach(this::run);
    End end = deaths.at(2, request -> request.path().contains("/configmaps/"), step, namespace);
    assertThat(end.status()).as(end.said()).isEqualTo(ApplierProcess.KILLED);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void helmSeesWhatHappenedAndGoesOn(Step step) {
    die(step);
    assertThat(listed())
        .containsExactly(
            switch (step) {
              case INSTALL -> "pending-install";
              case UPGRADE -> "pending-upgrade";
              case ROLLBACK -> "pending-rollback";
              case UNINSTALL -> "uninstalling";
            });
    run(step);
    if (step == Step.UNINSTALL) {
      assertThat(listed()).isEmpty();
      run(Step.INSTALL);
    }
    assertThat(listed()).containsExactly("deployed");
    Life.first().configMap("changed", "by helm").writeTo(chart);
    helm("upgrade", "web", chart.toString()).orFail();
    assertThat(history())
        .endsWith("superseded", "deployed")
        .doesNotContain("pending-install", "pending-upgrade", "pending-rollback");
    run(Step.UPGRADE);
    assertThat(listed()).containsExactly("deployed");
  }

  @Test
  void helmCanRollBackAnUpgradeThatWasKilled() {
    die(Step.UPGRADE);
    Life.first().writeTo(chart);
    assertThat(helm("upgrade", "web", chart.toString()).err())
        .contains("another operation (install/upgrade/rollback) is in progress");
    helm("rollback", "web", "1").orFail();
    assertThat(listed()).containsExactly("deployed");
    run(Step.UPGRADE);
    assertThat(listed()).containsExactly("deployed");
    assertThat(history()).endsWith("superseded", "deployed");
  }

  @Test
  void helmCanTakeAwayAnInstallThatWasKilled() {
    die(Step.INSTALL);
    helm("uninstall", "web").orFail();
    assertThat(listed()).isEmpty();
    run(Step.INSTALL);
    assertThat(history()).containsExactly("deployed");
  }
}
