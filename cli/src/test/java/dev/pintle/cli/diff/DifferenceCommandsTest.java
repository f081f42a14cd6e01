package dev.pintle.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pintle drift} and {@code pintle diff}: what they print, and how they exit. */
@OnControlPlane
class DifferenceCommandsTest {

  private final ControlPlane plane;
  private final String namespace;
  private final KubernetesClient client;

  @TempDir Path chart;

  DifferenceCommandsTest(ControlPlane plane) {
    this.plane = plane;
    this.namespace = plane.newNamespace("differ");
    this.client = plane.client();
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: app, version: 0.1.0}");
    Files.writeString(chart.resolve("values.yaml"), "size: 5\npassword: swordfish\n");
    Files.writeString(
        chart.resolve("templates/map.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: sizes}
        data: {size: "{{ .Values.size }}", other: same}
        """);
    Files.writeString(
        chart.resolve("templates/secret.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: hidden}
        stringData: {password: {{ .Values.password }}}
        """);
    assertThat(run("install", "r", chart.toString()).status()).isZero();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private CommandRun run(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--namespace=" + namespace);
    line.add("--kubeconfig=" + plane.kubeconfig());
    return CommandRun.of(line.toArray(String[]::new));
  }

  private void changeTheSize() {
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("sizes")
        .edit(
            map -> {
              map.getData().put("size", "6");
              return map;
            });
  }

  @Test
  void noDriftIsStatusZero() {
    CommandRun run = run("drift", "r");
    assertThat(run.out()).isEqualTo("0 objects differ, 2 do not\n");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run("drift", "r", "-o", "diff").out()).isEmpty();
  }

  @Test
  void driftIsTold() throws JsonException {
    changeTheSize();
    CommandRun run = run("drift", "r");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .containsPattern(
            "^ConfigMap differ-\\d+/sizes was changed \\(app/templates/map.yaml\\)\n"
                + "  data.size: \"6\", released as \"5\"; set by fabric8-kubernetes-client at"
                + " 2\\S+Z\n"
                + "1 object differs, 1 does not\n"
                + "$");

    CommandRun json = run("drift", "r", "-o", "json");
    assertThat(json.status()).isEqualTo(2);
    Table data = (Table) JsonReader.read(json.out());
    assertThat(data).containsEntry("release", "r").containsEntry("same", 1.0);
    assertThat(json.out())
        .contains(
            "\"name\":\"sizes\",\"change\":\"changed\",\"source\":\"app/templates/map.yaml\","
                + "\"fields\":[{\"path\":\"data.size\",\"before\":\"6\",\"after\":\"5\",\"manager\":");

    CommandRun diff = run("drift", "r", "-o", "diff");
    assertThat(diff.status()).isEqualTo(2);
    assertThat(diff.out())
        .startsWith(
            "--- live/"
                + namespace
                + "/ConfigMap/sizes\n"
                + "+++ release/"
                + namespace
                + "/ConfigMap/sizes\n"
                + "@@ -1,7 +1,7 @@\n"
                + " apiVersion: v1\n data:\n   other: same\n-  size: \"6\"\n+  size: \"5\"\n"
                + " kind: ConfigMap\n");
  }

  @Test
  void anUpgradeIsToldBeforeItIsDone() {
    CommandRun same = run("diff", "upgrade", "r", chart.toString());
    assertThat(same.status()).as(same.err()).isZero();

    CommandRun run = run("diff", "upgrade", "r", chart.toString(), "--set=size=7,password=marlin");
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.out())
        .contains("  data.size: \"5\" -> \"7\"; set by helm at ")
        .contains("  data.password: \"***\" -> \"*** (changed)\"; set by helm at ")
        .endsWith("2 objects differ, 0 do not\n");
    CommandRun diff =
        run("diff", "upgrade", "r", chart.toString(), "--set=password=marlin", "--output=diff");
    assertThat(diff.out())
        .contains("-  password: '***'\n+  password: '*** (changed)'\n")
        .doesNotContain("swordfish", "marlin");
    assertThat(run("history", "r").out().lines()).hasSize(2);
  }

  @Test
  void aRollbackIsToldBeforeItIsDone() {
    assertThat(run("diff", "rollback", "r", "1").out()).isEqualTo("0 objects differ, 2 do not\n");
    assertThat(run("upgrade", "r", chart.toString(), "--set=size=7").status()).isZero();

    CommandRun run = run("diff", "rollback", "r");
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.out())
        .contains("  data.size: \"7\" -> \"5\"; set by helm at ")
        .endsWith("1 object differs, 1 does not\n");
    assertThat(run("diff", "rollback", "r", "-o", "json").out())
        .startsWith("{\"release\":\"r\",\"operation\":\"rollback\",\"revision\":3,");
    assertThat(run("history", "r").out().lines()).hasSize(3);

    changeTheSize();
    CommandRun refused = run("diff", "rollback", "r");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .startsWith("Error: this would fail: conflict occurred while applying");
    assertThat(run("diff", "rollback", "r", "--force-conflicts").status()).isEqualTo(2);
    assertThat(run("diff", "rollback", "r", "9").err())
        .startsWith("Error: release has no 9 version");
  }

  @Test
  void whatWouldFailIsAnError() {
    changeTheSize();
    CommandRun run = run("diff", "upgrade", "r", chart.toString(), "--set=size=7");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("  data.size: \"6\" -> \"7\"; set by fabric8-kubernetes-client");
    assertThat(run.err())
        .startsWith("Error: this would fail: conflict occurred while applying object");
    CommandRun forced =
        run("diff", "upgrade", "r", chart.toString(), "--set=size=7", "--force-conflicts");
    assertThat(forced.status()).as(forced.err()).isEqualTo(2);
  }

  @Test
  void whatIsNotThereIsAnError() {
    CommandRun none = run("drift", "none");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).startsWith("Error: release: not found\n");
    CommandRun first = run("diff", "upgrade", "none", chart.toString());
    assertThat(first.status()).isEqualTo(1);
    assertThat(run("drift", "r", "-o", "table").err())
        .contains("invalid argument \"table\" for \"-o, --output\" flag: invalid format type");
  }
}
