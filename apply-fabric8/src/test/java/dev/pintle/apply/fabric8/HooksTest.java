package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.HookOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.history.RecordedHook.Phase;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.release.Hook.Event;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hooks on a real server, with the ends of jobs and pods played by the test. */
@OnControlPlane
class HooksTest {

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  HooksTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("hooks");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private static String job(String name, String events, int weight, String policy) {
    return """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: %s
          annotations:
            "helm.sh/hook": %s
            "helm.sh/hook-weight": "%d"
        %s
        spec:
          backoffLimit: 0
          template:
            spec:
              restartPolicy: Never
              containers: [{name: main, image: none}]
        """
        .formatted(
            name,
            events,
            weight,
            policy.isEmpty() ? "" : "    \"helm.sh/hook-delete-policy\": " + policy);
  }

  private boolean isThere(String job) {
    return cluster.get("/apis/batch/v1/namespaces/" + namespace + "/jobs/" + job).isPresent();
  }

  private ApplyResult apply(SmallChart chart) {
    return applier.apply(chart.render(namespace), options -> options.progress(new Play(cluster)));
  }

  private static List<String> ran(List<HookOutcome> hooks) {
    List<String> ran = new ArrayList<>();
    hooks.forEach(
        hook ->
            ran.add(
                hook.event().helmName() + " " + hook.object().name() + " " + hook.run().phase()));
    return ran;
  }

  @Test
  void runByWeightAndNameAroundTheObjects() {
    ApplyResult result =
        apply(
            new SmallChart()
                .configMap("a", "1")
                .template("z.yaml", job("z-late", "pre-install", 5, ""))
                .template("b.yaml", job("b-early", "pre-install,post-install", -5, ""))
                .template("a.yaml", job("a-early", "pre-install", -5, "hook-succeeded")));
    assertThat(ran(result.hooks()))
        .containsExactly(
            "pre-install a-early SUCCEEDED",
            "pre-install b-early SUCCEEDED",
            "pre-install z-late SUCCEEDED",
            "post-install b-early SUCCEEDED");
    assertThat(isThere("a-early")).isFalse();
    assertThat(isThere("b-early")).isTrue();
    assertThat(applier.status("web", namespace).record().hooks())
        .allSatisfy(hook -> assertThat(hook.lastRun().phase()).isEqualTo(Phase.SUCCEEDED));
  }

  @Test
  void areMadeAnewEachTime() {
    SmallChart chart =
        new SmallChart().template("job.yaml", job("again", "pre-install,pre-upgrade", 0, ""));
    assertThat(ran(apply(chart).hooks())).containsExactly("pre-install again SUCCEEDED");
    assertThat(ran(apply(chart).hooks())).containsExactly("pre-upgrade again SUCCEEDED");
  }

  @Test
  void thatFailEndTheInstall() {
    SmallChart chart =
        new SmallChart()
            .configMap("a", "1")
            .template("one.yaml", job("before", "pre-install", 0, "hook-succeeded"))
            .template("two.yaml", job("fail", "pre-install", 1, "hook-failed"))
            .template("three.yaml", job("never", "pre-install", 2, ""));
    ApplyException failure = catchThrowableOfType(ApplyException.class, () -> apply(chart));
    assertThat(failure)
        .hasMessage(
            "failed pre-install: resource Job/"
                + namespace
                + "/fail not ready. status: Failed, message: Job Failed. failed: 1/1");
    ApplyResult result = failure.result().orElseThrow();
    assertThat(ran(result.hooks()))
        .containsExactly("pre-install before SUCCEEDED", "pre-install fail FAILED");
    assertThat(result.objects(Action.CREATED)).isEmpty();
    assertThat(result.record().status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(result.record().hooks())
        .extracting(hook -> hook.lastRun().phase())
        .containsExactlyInAnyOrder(Phase.SUCCEEDED, Phase.FAILED, Phase.NONE);
    assertThat(isThere("before")).isFalse();
    assertThat(isThere("fail")).isFalse();
  }

  @Test
  void runAroundUninstalling() {
    apply(
        new SmallChart()
            .template("one.yaml", job("farewell", "pre-delete", 0, "hook-succeeded"))
            .template("two.yaml", job("gone", "post-delete", 0, "hook-succeeded")));
    ApplyResult result =
        applier.uninstall(
            "web", namespace, UninstallOptions.of(options -> options.progress(new Play(cluster))));
    assertThat(ran(result.hooks()))
        .containsExactly("pre-delete farewell SUCCEEDED", "post-delete gone SUCCEEDED");
  }

  @Test
  void ofTestsRunWhenAsked() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          annotations: {"helm.sh/hook": test}
        spec:
          containers: [{name: main, image: none}]
        """;
    apply(
        new SmallChart()
            .template("one.yaml", pod.formatted("one"))
            .template("two.yaml", pod.formatted("two"))
            .template("fail.yaml", pod.formatted("fail")));
    ApplyResult result =
        applier.test(
            "web",
            namespace,
            TestOptions.of(options -> options.without("fail").progress(new Play(cluster))));
    assertThat(ran(result.hooks())).containsExactly("test one SUCCEEDED", "test two SUCCEEDED");

    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                applier.test(
                    "web",
                    namespace,
                    TestOptions.of(options -> options.only("fail").progress(new Play(cluster)))));
    assertThat(failure)
        .hasMessage(
            "resource Pod/"
                + namespace
                + "/fail not ready. status: Failed, message: pod fail failed");
    assertThat(failure.result().orElseThrow().hooks().get(0).event()).isEqualTo(Event.TEST);
    assertThat(applier.status("web", namespace).record().status())
        .isEqualTo(ReleaseStatus.DEPLOYED);
  }
}
