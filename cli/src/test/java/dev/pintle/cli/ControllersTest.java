package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.SideBySide.Said;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is waited for, and what goes with what is deleted, beside the real Helm and with the real
 * controllers: of Deployments, ReplicaSets and Jobs, and the collector of garbage. Only pods are
 * played.
 */
@OnControlPlane(with = ControlPlane.Part.CONTROLLERS)
@BesideHelm
class ControllersTest {

  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml",
          "{apiVersion: v2, name: waited, version: 0.1.0}",
          "values.yaml",
          "deployment: false\njob: \"\"\nhook: \"\"\n",
          "templates/deployment.yaml",
          """
          {{- if .Values.deployment }}
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: {{ .Release.Name }}}
          spec:
            replicas: 2
            selector: {matchLabels: {app: {{ .Release.Name }}}}
            template:
              metadata: {labels: {app: {{ .Release.Name }}}}
              spec:
                containers: [{name: main, image: none}]
          {{- end }}
          """,
          "templates/jobs.yaml",
          """
          {{- range $event, $name := dict "" .Values.job "pre-install" .Values.hook }}
          {{- if $name }}
          ---
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: {{ $name }}-{{ $.Release.Name }}
            {{- if $event }}
            annotations: {helm.sh/hook: {{ $event }}}
            {{- end }}
          spec:
            backoffLimit: 0
            template:
              spec:
                restartPolicy: Never
                containers: [{name: main, image: none}]
          {{- end }}
          {{- end }}
          """);

  private final String namespace;
  private final SideBySide both;
  private final KubernetesClient client;
  private final PlayedPods pods;
  private final ControlPlane plane;
  private final RealHelm helm;

  @TempDir private Path chart;

  ControllersTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    this.namespace = plane.newNamespace("controllers");
    this.both = new SideBySide(plane, helm, namespace);
    this.client = plane.client();
    this.pods = new PlayedPods(plane, namespace);
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    for (Map.Entry<String, String> file : CHART.entrySet()) {
      Files.writeString(chart.resolve(file.getKey()), file.getValue());
    }
  }

  @AfterEach
  void close() {
    pods.close();
    client.close();
  }

  private Said run(String who, String... arguments) {
    return who.equals("helm") ? both.helms(arguments) : both.ours(arguments);
  }

  private void installDeployment(String who) {
    Said said = run(who, "install", "web", chart.toString(), "--set=deployment=true", "--wait");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(deployment().orElseThrow().getStatus().getReadyReplicas()).isEqualTo(2);
  }

  private Optional<Deployment> deployment() {
    return Optional.ofNullable(
        client.apps().deployments().inNamespace(namespace).withName("web").get());
  }

  /**
   * Both say the same of their releases, but for names that servers make, how long jobs ran, and
   * the order of kinds, which is another in each of Helm's runs.
   */
  private static void sameStatus(SideBySide both) {
    assertThat(shown(both.ours("status", "ours").renamed("ours", "them")))
        .isEqualTo(shown(both.helms("status", "them")));
  }

  private static List<String> shown(Said said) {
    return (said.out() + said.err())
        .replaceAll("-[0-9a-f]{8,10}-[a-z0-9]{5}", "-POD")
        .replaceAll(" +\\d+s +AGE", " TIME AGE")
        .lines()
        .sorted()
        .toList();
  }

  /** Waits until the objects of a kind are as they shall be. */
  private <T extends HasMetadata, L extends KubernetesResourceList<T>, R extends Resource<T>>
      void await(MixedOperation<T, L, R> kind, Predicate<List<T>> wanted)
          throws InterruptedException, ExecutionException, TimeoutException {
    kind.inNamespace(namespace).informOnCondition(wanted::test).get(1, TimeUnit.MINUTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--wait", "--wait=legacy"})
  void deploymentsAreWaitedFor(String wait) {
    both.sameChange("install", "", chart.toString(), "--set=deployment=true", wait);
    both.sameChange("upgrade", "", chart.toString(), "--set=deployment=true", wait);
    assertThat(client.apps().deployments().inNamespace(namespace).list().getItems())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.getStatus().getReadyReplicas()).isEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--wait", "--wait=legacy"})
  void deploymentsThatDoNotBecomeReadyAreTold(String wait) {
    SideBySide withoutPods = new SideBySide(plane, helm, plane.newNamespace("no-pods"));
    withoutPods.sameChange(
        "install", "", chart.toString(), "--set=deployment=true", wait, "--timeout=2s");
    sameStatus(withoutPods);
  }

  @Test
  void jobsAreWaitedForByOldRulesToo() {
    both.sameChange(
        "install", "", chart.toString(), "--set=job=work", "--wait=legacy", "--wait-for-jobs");
    assertThat(client.batch().v1().jobs().inNamespace(namespace).list().getItems())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.getStatus().getSucceeded()).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"work", "fail"})
  void jobsAreWaitedFor(String job) {
    both.sameChange(
        "install", "", chart.toString(), "--set=job=" + job, "--wait", "--wait-for-jobs");
    assertThat(client.batch().v1().jobs().inNamespace(namespace).list().getItems())
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(each.getStatus().getConditions())
                    .anyMatch(
                        condition ->
                            condition.getType().equals(job.equals("fail") ? "Failed" : "Complete")
                                && condition.getStatus().equals("True")));
    sameStatus(both);
  }

  @ParameterizedTest
  @ValueSource(strings = {"work", "fail"})
  void hooksAreWaitedFor(String hook) {
    both.sameChange("install", "", chart.toString(), "--set=hook=" + hook + ",deployment=true");
    sameStatus(both);
    assertThat(client.apps().deployments().inNamespace(namespace).list().getItems())
        .hasSize(hook.equals("fail") ? 0 : 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pintle", "helm"})
  void whatIsPrunedTakesItsOwnAlong(String who) throws Exception {
    installDeployment(who);
    assertThat(run(who, "upgrade", "web", chart.toString(), "--set=deployment=false").status())
        .isZero();
    assertThat(deployment().isPresent()).isFalse();
    await(client.apps().replicaSets(), List::isEmpty);
    await(client.pods(), List::isEmpty);
  }

  @ParameterizedTest
  @CsvSource({
    "pintle, background", "helm, background",
    "pintle, foreground", "helm, foreground",
    "pintle, orphan", "helm, orphan",
  })
  void uninstallingCascades(String who, String cascade) throws Exception {
    installDeployment(who);
    Said said = run(who, "uninstall", "web", "--cascade=" + cascade, "--wait");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out()).isEqualTo("release \"web\" uninstalled\n");
    if (who.equals("helm")) {
      // its wait has been seen to end while the garbage collector was still at work
      await(client.apps().deployments(), List::isEmpty);
    }
    assertThat(deployment().isPresent()).isFalse();
    switch (cascade) {
      case "orphan" -> {
        await(
            client.apps().replicaSets(),
            sets ->
                sets.stream().allMatch(each -> each.getMetadata().getOwnerReferences().isEmpty()));
        assertThat(client.apps().replicaSets().inNamespace(namespace).list().getItems()).hasSize(1);
        assertThat(client.pods().inNamespace(namespace).list().getItems()).hasSize(2);
      }
      case "foreground" ->
          // dependents go first, so that they are gone when the Deployment is
          assertThat(client.apps().replicaSets().inNamespace(namespace).list().getItems())
              .isEmpty();
      default -> {
        await(client.apps().replicaSets(), List::isEmpty);
        await(client.pods(), List::isEmpty);
      }
    }
  }
}
