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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each deletion does to each kind of object that may stand there, as the table in
 * docs/ownership.md have it: every row is done by Helm and by Pintle on one server.
 */
@OnControlPlane
@BesideHelm
class WhoseItIsTest {

  /** What to do before and after the object is put there; each line is one command. */
  private enum Deletion {
    PRUNE("install r C --set part=object", "upgrade r C --set part=nothing"),
    PRUNE_BY_ROLLBACK("install r C|upgrade r C --set part=object", "rollback r 1"),
    UNINSTALL("install r C --set part=object", "uninstall r"),
    UNDO_OF_INSTALL(
        "", "install r C --set part=object,bad=1 --take-ownership --rollback-on-failure"),
    UNDO_OF_UPGRADE(
        "install r C",
        "upgrade r C --set part=object,bad=1 --take-ownership --rollback-on-failure"),
    CLEANUP(
        "install r C", "upgrade r C --set part=object,bad=1 --cleanup-on-fail --take-ownership"),
    REPLACE(
        "install r C --set part=object --server-side=false",
        "upgrade r C --set part=object,value=2 --server-side=false --force-replace"),
    BEFORE_HOOK_CREATION("install r C --set part=hook", "upgrade r C --set part=hook,value=2"),
    HOOK_SUCCEEDED(
        "install r C --set part=hook,policy=hook-succeeded",
        "upgrade r C --set part=hook,policy=hook-succeeded"),
    HOOK_NOT_MADE(
        "install r C --set part=hook,policy=hook-failed --server-side=false",
        "upgrade r C --set part=hook,policy=hook-failed --server-side=false"),
    HOOK_OF_TEST("install r C --set part=hook,policy=hook-succeeded", "test r"),
    HOOK_OF_UNINSTALL("install r C --set part=hook,policy=hook-succeeded", "uninstall r");

    private final String before;
    private final String deletion;

    Deletion(String before, String deletion) {
      this.before = before;
      this.deletion = deletion;
    }

    static Deletion named(String words) {
      return valueOf(words.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }
  }

  private final ControlPlane plane;
  private final RealHelm helm;
  private final ObjectInTheWay object;

  @TempDir Path chart;

  WhoseItIsTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    this.object = new ObjectInTheWay(plane);
  }

  @AfterEach
  void close() {
    object.close();
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: whose, version: 0.1.0}");
    Files.writeString(chart.resolve("values.yaml"), "{part: nothing, value: 1}");
    Files.writeString(
        chart.resolve("templates/object.yaml"),
        """
        {{- if ne .Values.part "nothing" }}
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: x
          {{- if eq .Values.part "hook" }}
          annotations:
            helm.sh/hook: pre-install,pre-upgrade,pre-delete,test
            {{- with .Values.policy }}
            helm.sh/hook-delete-policy: {{ . }}
            {{- end }}
          {{- end }}
        data: {value: "{{ .Values.value }}"}
        {{- end }}
        """);
    Files.writeString(
        chart.resolve("templates/bad.yaml"),
        """
        {{- if .Values.bad }}
        apiVersion: v1
        kind: Service
        metadata: {name: bad}
        spec: {ports: [{port: 99999}]}
        {{- end }}
        """);
  }

  /** The rows of the table: deletion, what is there, what Helm makes of it, what Pintle does. */
  static Stream<List<String>> rows() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String page = Files.readString(Path.of("../docs/ownership.md"));
    for (String line : page.substring(page.indexOf("## What becomes")).split("\n")) {
      List<String> cells =
          Arrays.stream(line.split("\\|")).map(String::strip).filter(c -> !c.isEmpty()).toList();
      if (cells.size() == 4 && !cells.get(0).equals("deletion") && !line.contains("---")) {
        rows.add(cells);
      }
    }
    assertThat(rows).hasSizeGreaterThan(50);
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void becomesOfIt(List<String> row) {
    assertThat(List.of(left("helm", row), left("pintle", row)))
        .as(String.join(", ", row))
        .isEqualTo(row.subList(2, 4));
  }

  private String left(String who, List<String> row) {
    Deletion deletion = Deletion.named(row.get(0));
    String namespace = plane.newNamespace("whose");
    for (String command : deletion.before.split("\\|")) {
      if (!command.isEmpty()) {
        run("pintle", namespace, command); // which is faster, and what Helm could have done
      }
    }
    String version = object.put(namespace, row.get(1));
    run(who, namespace, deletion.deletion);
    return object.since(namespace, version);
  }

  private void run(String who, String namespace, String command) {
    List<String> line =
        new ArrayList<>(Arrays.asList(command.replace(" C", " " + chart).split(" ")));
    line.add("--namespace=" + namespace);
    line.add("--kubeconfig=" + plane.kubeconfig());
    line.add("--timeout=2s");
    if (who.equals("helm")) {
      helm.run(plane, line.toArray(String[]::new));
    } else {
      CommandRun.of(line.toArray(String[]::new));
    }
  }
}
