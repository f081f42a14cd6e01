package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.SideBySide.Said;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} beside Helm's: the tables that the server makes, and the objects themselves. */
@OnControlPlane
@BesideHelm
class StatusTest {

  private static final String OBJECTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: &workload
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: one, image: "nginx:1"}, {name: other, image: "nginx:2"}]}
      ---
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: the-same-selector}
      spec:
        replicas: 0
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: one, image: "nginx:1"}]}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: no-pods}
      spec:
        selector: {matchLabels: {app: none, and: more}}
        template:
          metadata: {labels: {app: none, and: more}}
          spec: {containers: [{name: one, image: "nginx:1"}]}
      ---
      apiVersion: v1
      kind: ReplicationController
      metadata: {name: of-old}
      spec:
        selector: {app: old}
        template:
          metadata: {labels: {app: old}}
          spec: {containers: [{name: one, image: "nginx:1"}]}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a}
      data: {one: "1", two: "2"}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a-much-longer-name}
      ---
      apiVersion: v1
      kind: List
      items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: in-a-list}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {clusterIP: None, ports: [{port: 80, name: http}, {port: 443, name: https}]}
      """;

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: shapes.status.example}
      spec:
        group: status.example
        scope: Namespaced
        names: {kind: Shape, plural: shapes}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
            additionalPrinterColumns:
              - {name: Size, type: integer, jsonPath: .spec.size}
              - {name: What, type: string, jsonPath: .spec.what}
              - {name: Factor, type: number, jsonPath: .spec.factor}
              - {name: Round, type: boolean, jsonPath: .spec.round}
              - {name: More, type: string, jsonPath: .spec.what, priority: 1}
              - {name: Since, type: date, jsonPath: .metadata.creationTimestamp}
      """;

  private static final String SHAPES =
      """
      apiVersion: status.example/v1
      kind: Shape
      metadata: {name: one}
      spec: {size: 12345678901, what: "lines\\nand\\ttabs", factor: 2.5e+25, round: true}
      ---
      apiVersion: status.example/v1
      kind: Shape
      metadata: {name: other}
      spec: {size: 1000000, what: {a: [1, x]}, factor: 0.00001}
      """;

  private final SideBySide both;

  private final KubernetesClient client;

  @TempDir Path chart;

  StatusTest(ControlPlane plane, RealHelm helm) {
    this.both = new SideBySide(plane, helm, plane.newNamespace("status"));
    this.client = plane.client();
  }

  @BeforeEach
  void writeChart() throws IOException {
    Map<String, String> files =
        Map.of(
            "Chart.yaml", "{apiVersion: v2, name: shown, version: 1.2.3}",
            "crds/shapes.yaml", DEFINITION,
            "templates/objects.yaml", OBJECTS,
            "templates/shapes.yaml", SHAPES,
            "templates/NOTES.txt", "Notes.\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = chart.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    assertThat(both.helms("install", "r", chart.toString()).err()).isEmpty();
    // Not of the chart: Helm leaves out the header of the related ones if others happen to precede.
    List.of("web-one", "web-another", "old-one").forEach(this::makePod);
  }

  private void makePod(String name) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
            .addToLabels("app", name.split("-")[0])
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("one")
            .withImage("nginx:1")
            .endContainer()
            .endSpec()
            .build();
    client.pods().inNamespace(both.namespace()).resource(pod).create();
  }

  @AfterEach
  void close() {
    client.close();
  }

  /**
   * Helm shows the kinds in another order each time; what is counted on is the order within a kind.
   * The versions of lists of pods go on while others write.
   */
  private static Said inOneOrder(Said said) {
    String[] parts = said.out().split("RESOURCES:\n|\n\n\nTEST SUITE", 3);
    String out =
        parts.length < 3
            ? said.out()
            : Arrays.stream((parts[1] + "\n\n").split("(?m)^(?===> )"))
                .sorted()
                .collect(Collectors.joining("", parts[0], parts[2]));
    return new Said(
        said.status(),
        out.replaceAll(
            "(?<=\"PodList\",\"metadata\":\\{\"resourceVersion\":\")\\d+"
                + "|(?<=kind: PodList\\n {6}metadata:\\n {8}resourceVersion: \")\\d+",
            "N"),
        said.err());
  }

  private void same(String... arguments) {
    Said ours = inOneOrder(both.ours(arguments));
    assertThat(ours).isEqualTo(inOneOrder(both.helms(arguments)));
  }

  @Test
  void tablesAreTheServers() {
    same("status", "r");
    assertThat(both.ours("status", "r").out().lines().filter(line -> line.startsWith("==> ")))
        .containsExactly(
            "==> v1/ConfigMap",
            "==> v1/Service",
            "==> v1/ReplicationController",
            "==> v1/Pod(related)",
            "==> v1/ReplicaSet",
            "==> v1/Deployment",
            "==> v1/StatefulSet",
            "==> v1/Shape");
  }

  @Test
  void objectsAreAsTheyAre() {
    same("status", "r", "-o", "json");
    same("status", "r", "-o", "yaml");
  }

  @Test
  void whatIsGoneIsNotShown() {
    client.configMaps().inNamespace(both.namespace()).withName("a").delete();
    same("status", "r");
    same("status", "r", "--revision=1", "-o", "json");
    assertThat(both.ours("status", "r", "--readiness").out())
        .containsPattern("READINESS:\nKIND +\tNAME +\tSTATUS +\tMESSAGE")
        .containsPattern("\nConfigMap +\ta +\tNotFound +\tconfigmaps \"a\" not found");
    assertThat(both.ours("status", "r", "--readiness", "-o", "yaml").out())
        .contains(
            "  readiness:\n  - apiVersion: v1\n    kind: ConfigMap\n    message: configmaps \"a\"");
  }

  /** Helm keeps which kinds it has seen a server have; of these it has seen none. */
  @Test
  @Timeout(60)
  void aKindThatIsNoMoreIsAnError() throws IOException {
    Files.delete(chart.resolve("crds/shapes.yaml"));
    String other = DEFINITION.replace("shapes", "forms").replace("Shape", "Form");
    Files.writeString(chart.resolve("templates/objects.yaml"), other);
    Files.writeString(chart.resolve("templates/shapes.yaml"), SHAPES.replace("Shape", "Form"));
    assertThat(both.ours("install", "forms", chart.toString()).err()).isEmpty();
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("forms.status.example")
        .delete();
    while (both.ours("status", "forms").status() == 0) {
      Thread.onSpinWait(); // the server forgets a kind a moment after its definition is gone
    }
    same("status", "forms");
  }
}
