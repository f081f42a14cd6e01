package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Helm and Pintle work on one release in turn, and neither minds the other. */
@OnControlPlane
@BesideHelm
class TakingTurnsTest {

  private final ControlPlane plane;
  private final RealHelm helm;
  private final String namespace;
  private final KubernetesClient client;

  @TempDir Path chart;

  TakingTurnsTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    this.namespace = plane.newNamespace("turns");
    this.client = plane.client();
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: turns, version: 0.1.0}");
    Files.writeString(chart.resolve("values.yaml"), "names: [one]\nvalue: a\n");
    Files.writeString(
        chart.resolve("templates/maps.yaml"),
        """
        {{- range .Values.names }}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: {{ $.Release.Name }}-{{ . }}}
        data: {value: {{ $.Values.value }}, revision: "{{ $.Release.Revision }}"}
        {{- end }}
        """);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void run(String who, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--namespace=" + namespace);
    if (who.equals("helm")) {
      helm.run(plane, line.toArray(String[]::new)).orFail();
    } else {
      line.add("--kubeconfig=" + plane.kubeconfig());
      CommandRun run = CommandRun.of(line.toArray(String[]::new));
      assertThat(run.status()).as(run.err()).isZero();
    }
  }

  /** The release's objects as {@code name=value of revision}. */
  private List<String> objects() {
    return client.configMaps().inNamespace(namespace).list().getItems().stream()
        .filter(map -> map.getMetadata().getName().startsWith("r-"))
        .map(TakingTurnsTest::shown)
        .sorted()
        .toList();
  }

  private static String shown(ConfigMap map) {
    return map.getMetadata().getName()
        + "="
        + map.getData().get("value")
        + " of "
        + map.getData().get("revision");
  }

  @ParameterizedTest
  @CsvSource({"pintle, helm", "helm, pintle"})
  void throughAWholeLife(String one, String other) {
    run(one, "install", "r", chart.toString());
    assertThat(objects()).containsExactly("r-one=a of 1");

    run(other, "upgrade", "r", chart.toString(), "--set", "names={one,two},value=b");
    assertThat(objects()).containsExactly("r-one=b of 2", "r-two=b of 2");

    run(one, "upgrade", "r", chart.toString(), "--reuse-values", "--set", "names={two,three}");
    assertThat(objects()).containsExactly("r-three=b of 3", "r-two=b of 3");

    run(other, "rollback", "r", "1");
    assertThat(objects()).containsExactly("r-one=a of 1");

    run(one, "rollback", "r", "2");
    assertThat(objects()).containsExactly("r-one=b of 2", "r-two=b of 2");

    run(other, "rollback", "r");
    assertThat(objects()).containsExactly("r-one=a of 1");
    String history =
        """
        REVISION DESCRIPTION
        1 superseded Install complete
        2 superseded Upgrade complete
        3 superseded Upgrade complete
        4 superseded Rollback to 1
        5 superseded Rollback to 2
        6 deployed Rollback to 4
        """;
    assertThat(
            history(
                CommandRun.of("history", "r", "-n", namespace, "--kubeconfig=" + plane.kubeconfig())
                    .out()))
        .isEqualTo(history)
        .isEqualTo(history(helm.run(plane, "history", "r", "-n", namespace).orFail()));

    run(one, "uninstall", "r", "--keep-history");
    assertThat(objects()).isEmpty();
    run(other, "rollback", "r", "2");
    assertThat(objects()).containsExactly("r-one=b of 2", "r-two=b of 2");

    run(one, "uninstall", "r");
    assertThat(objects()).isEmpty();
    assertThat(client.secrets().inNamespace(namespace).list().getItems()).isEmpty();
  }

  private static String history(String table) {
    StringBuilder shown = new StringBuilder("REVISION DESCRIPTION\n");
    table
        .lines()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(
            cells ->
                shown
                    .append(cells[0].strip())
                    .append(' ')
                    .append(cells[2].strip())
                    .append(' ')
                    .append(cells[5].strip())
                    .append('\n'));
    return shown.toString();
  }
}
