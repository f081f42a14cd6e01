package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.SideBySide.Said;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.LogKubelet;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pods of hooks and tests have printed, beside the real Helm. */
@OnControlPlane(with = ControlPlane.Part.CONTROLLERS)
@BesideHelm
class HookLogsTest {

  private static final String ANNOTATIONS =
      """
        annotations:
          "helm.sh/hook": %s
          "helm.sh/hook-weight": "%d"
          "helm.sh/hook-delete-policy": %s
      """;

  private static final String SPEC =
      """
      restartPolicy: Never
      nodeName: NODE
      initContainers: [{name: first, image: none}]
      containers: [{name: main, image: none}, {name: beside, image: none}]
      """;

  private final SideBySide both;
  private final String namespace;
  private final PlayedPods pods;
  private final LogKubelet kubelet;

  @TempDir private Path directory;

  HookLogsTest(ControlPlane plane, RealHelm helm) {
    this.namespace = plane.newNamespace("logs");
    this.both = new SideBySide(plane, helm, namespace);
    this.pods = new PlayedPods(plane, namespace);
    this.kubelet = new LogKubelet(plane, "node-of-" + namespace, HookLogsTest::log);
  }

  private static Optional<String> log(String pod, String container) {
    return container.equals("silent")
        ? Optional.empty()
        : Optional.of(container + " of " + pod + "\nthe end");
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart().resolve("templates"));
    Files.writeString(
        chart().resolve("Chart.yaml"), "{apiVersion: v2, name: printing, version: 0.1.0}");
  }

  @AfterEach
  void close() {
    kubelet.close();
    pods.close();
  }

  private Path chart() {
    return directory.resolve("chart");
  }

  private String annotations(String event, int weight, String policy, String logPolicy) {
    return ANNOTATIONS.formatted(event, weight, policy)
        + (logPolicy.isEmpty()
            ? ""
            : "    \"helm.sh/hook-output-log-policy\": " + logPolicy + "\n");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(
        chart().resolve("templates").resolve(file), text.replace("NODE", "node-of-" + namespace));
  }

  private void pod(String name, String annotations) throws IOException {
    write(
        name + ".yaml",
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: "
            + name
            + "-{{ .Release.Name }}\n"
            + annotations
            + "spec:\n"
            + SPEC.indent(2));
  }

  private void job(String name, String annotations) throws IOException {
    write(
        name + ".yaml",
        "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: "
            + name
            + "-{{ .Release.Name }}\n"
            + annotations
            + "spec:\n  backoffLimit: 0\n  template:\n    spec:\n"
            + SPEC.indent(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-hook-creation", "hook-succeeded"})
  void ofTestsArePrintedOnRequest(String policy) throws IOException {
    pod("one", annotations("test", 1, policy, ""));
    pod("two", annotations("test", 0, policy, ""));
    both.sameChange("install", "", chart().toString());
    both.sameChange("test", "", "--logs");
    both.sameChange("test", "");
    both.sameChange("test", "", "--logs", "--filter=name=one-ours,name=one-them");
    Said ours = both.ours("test", "ours", "--logs");
    assertThat(ours.out())
        .endsWith(
            "\nPOD LOGS: two-ours (first)\nfirst of two-ours\nthe end\n"
                + "POD LOGS: two-ours (main)\nmain of two-ours\nthe end\n"
                + "POD LOGS: two-ours (beside)\nbeside of two-ours\nthe end\n"
                + "POD LOGS: one-ours (first)\nfirst of one-ours\nthe end\n"
                + "POD LOGS: one-ours (main)\nmain of one-ours\nthe end\n"
                + "POD LOGS: one-ours (beside)\nbeside of one-ours\nthe end\n");
  }

  @Test
  void ofTestsThatFailArePrintedToo() throws IOException {
    pod("fail", annotations("test", 0, "before-hook-creation", ""));
    both.sameChange("install", "", chart().toString());
    both.sameChange("test", "", "--logs");
  }

  @Test
  void thatCannotBeHadAreAnError() throws IOException {
    pod("one", annotations("test", 0, "before-hook-creation", ""));
    Path template = chart().resolve("templates/one.yaml");
    Files.writeString(template, Files.readString(template).replace("beside", "silent"));
    both.sameChange("install", "", chart().toString());
    both.sameChange("test", "", "--logs");
    assertThat(both.ours("test", "ours", "--logs").status()).isEqualTo(1);
  }

  /** Helm looks for pods of the names of its tests only, and ends with an error. */
  @Test
  void ofJobsThatAreTestsAreThoseOfTheirPods() throws IOException {
    job("work", annotations("test", 0, "before-hook-creation", ""));
    both.sameChange("install", "", chart().toString());
    assertThat(both.helms("test", "them", "--logs").err())
        .contains("unable to get pod work-them: pods \"work-them\" not found");
    Said ours = both.ours("test", "ours", "--logs");
    assertThat(ours.status()).as(ours.err()).isZero();
    assertThat(ours.out())
        .containsPattern("POD LOGS: work-ours-[a-z0-9]+ \\(main\\)\nmain of work");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hook-succeeded", "hook-failed", "\"hook-succeeded,hook-failed\""})
  void ofHooksArePrintedAsTheirPoliciesSay(String logPolicy) throws IOException {
    pod("a", annotations("pre-install,post-upgrade", 0, "before-hook-creation", logPolicy));
    pod("b", annotations("pre-install,post-upgrade", 1, "hook-succeeded", logPolicy));
    pod("fail", annotations("pre-rollback", 2, "hook-failed", logPolicy));
    pod("c", annotations("pre-delete", 2, "hook-succeeded", logPolicy));
    both.sameChange("install", "", chart().toString());
    both.sameChange("upgrade", "", chart().toString());
    both.sameChange("rollback", "");
    both.sameChange("uninstall", "");
  }

  @Test
  void ofJobsThatAreHooksAreThoseOfTheirPods() throws IOException {
    job("work", annotations("pre-install", 0, "before-hook-creation", "hook-succeeded"));
    Said ours = both.ours("install", "ours", chart().toString());
    assertThat(ours.status()).as(ours.err()).isZero();
    String names = "work-(ours|them)-[a-z0-9]{5}";
    assertThat(ours.err().replaceAll(names, "POD"))
        .contains("main of POD")
        .isEqualTo(
            both.helms("install", "them", chart().toString()).err().replaceAll(names, "POD"));
  }
}
