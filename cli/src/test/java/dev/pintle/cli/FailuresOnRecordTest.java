package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What failures and their undoing leave in a release's history, and how they are told, as Helm. */
@OnControlPlane
@BesideHelm
class FailuresOnRecordTest {

  /** What is done; after each command both histories are to be the same. */
  enum Course {
    ROLLBACK_FAILS(
        "install r C --set bad=1",
        "upgrade r C",
        "rollback r 1",
        "upgrade r C --set value=3",
        "rollback r 1 --cleanup-on-fail",
        "rollback r 2"),
    ROLLBACK_FROM_A_FAILED_ONE_FAILS(
        "install r C --set bad=1",
        "upgrade r C --set bad=1,value=2",
        "rollback r 1",
        "rollback r 2"),
    ROLLBACK_WAITS_IN_VAIN(
        "install r C --set deployment=1",
        "upgrade r C",
        "rollback r 1 --wait --timeout 1s",
        "upgrade r C"),
    UNDOING_MAKES_NO_ROOM(
        "install r C",
        "upgrade r C --set bad=1 --rollback-on-failure --history-max 2",
        "upgrade r C --set bad=1 --rollback-on-failure --history-max 2",
        "upgrade r C --history-max 2"),
    UNDOING_FINDS_NOTHING_GOOD(
        "install r C --set bad=1",
        "upgrade r C --set bad=1 --rollback-on-failure",
        "upgrade r C",
        "upgrade r C --set bad=1 --rollback-on-failure"),
    UNINSTALLING_WHAT_FAILED_FAILS(
        "install r C --set bad=1,hook=pre-delete --rollback-on-failure",
        "uninstall r",
        "uninstall r --no-hooks",
        "install r C --set bad=1,hook=post-delete --rollback-on-failure"),
    HISTORY_STAYS_SHORT(
        "install r C",
        "upgrade r C --set bad=1 --history-max 3",
        "upgrade r C --set bad=1 --history-max 3",
        "upgrade r C --set bad=1 --history-max 1",
        "upgrade r C --history-max 2",
        "rollback r --history-max 1"),
    HOOKS_NAME_THEIR_POLICIES(
        "install r C --set okay=pre-install",
        "upgrade r C --set okay=post-upgrade",
        "rollback r 1",
        "upgrade r C --set okay=test",
        "test r");

    private final List<String> commands;

    Course(String... commands) {
      this.commands = List.of(commands);
    }
  }

  private final ControlPlane plane;
  private final RealHelm helm;

  @TempDir Path chart;

  FailuresOnRecordTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: fails, version: 0.1.0}");
    Files.writeString(
        chart.resolve("templates/all.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: map}
        data: {value: "{{ .Values.value }}"}
        {{- if .Values.deployment }}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: none}
        spec:
          selector: {matchLabels: {app: none}}
          template:
            metadata: {labels: {app: none}}
            spec: {containers: [{name: none, image: none}]}
        {{- end }}
        {{- if .Values.bad }}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: bad}
        spec: {ports: [{port: 99999}]}
        {{- end }}
        {{- with .Values.hook }}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: hook, annotations: {helm.sh/hook: {{ . }}}}
        spec: {ports: [{port: 99999}]}
        {{- end }}
        {{- with .Values.okay }}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: okay, annotations: {helm.sh/hook: {{ . }}}}
        {{- end }}
        """);
  }

  @ParameterizedTest
  @EnumSource
  void isToldAsHelmDoes(Course course) {
    assertThat(said("pintle", course)).isEqualTo(said("helm", course));
  }

  private String said(String who, Course course) {
    String namespace = plane.newNamespace("record");
    List<String> said = new ArrayList<>();
    for (String command : course.commands) {
      RealHelm.Run run = run(who, namespace, command);
      said.add(command + ": " + run.status() + errorIn(run.err()));
      said.add(untimed(run(who, namespace, "history r").out()));
      said.add(run(who, namespace, "get hooks r").out());
    }
    return String.join("\n", said).replace(namespace, "NAMESPACE");
  }

  private RealHelm.Run run(String who, String namespace, String command) {
    List<String> line =
        new ArrayList<>(Arrays.asList(command.replace(" C", " " + chart).split(" ")));
    line.add("--namespace=" + namespace);
    if (who.equals("helm")) {
      return helm.run(plane, line.toArray(String[]::new));
    }
    line.add("--kubeconfig=" + plane.kubeconfig());
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    return new RealHelm.Run(run.status(), run.out(), run.err());
  }

  private static String untimed(String table) {
    return table.replaceAll("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]{2} [0-9:]{8} [0-9]{4}", "TIME");
  }

  /** The message without what Helm logs before it, and what we know more after it. */
  private static String errorIn(String err) {
    return err.lines().filter(line -> line.startsWith("Error: ")).findFirst().orElse("");
  }
}
