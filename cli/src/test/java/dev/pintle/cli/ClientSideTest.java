package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code --server-side}, {@code --force-replace} and what they mean for releases: whatever is done
 * to a release, Helm and Pintle leave the same objects, down to who manages which field.
 */
@OnControlPlane
@BesideHelm
class ClientSideTest {

  private final ControlPlane plane;
  private final RealHelm helm;
  private final Map<String, String> namespaces = new LinkedHashMap<>();
  private final KubernetesClient client;

  @TempDir Path chart;

  ClientSideTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    namespaces.put("helm", plane.newNamespace("helm"));
    namespaces.put("pintle", plane.newNamespace("pintle"));
    this.client = plane.client();
  }

  @BeforeEach
  void writeChart() throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.createDirectories(chart.resolve("crds"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: side, version: 0.1.0}");
    Files.writeString(
        chart.resolve("crds/knobs.yaml"),
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: knobs.side.example.com}
        spec:
          group: side.example.com
          scope: Namespaced
          names: {kind: Knob, plural: knobs, singular: knob, listKind: KnobList}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """);
    Files.writeString(
        chart.resolve("values.yaml"),
        """
        env: {A: "1", B: "2"}
        ports: [{name: http, port: 80}, {name: dns, port: 53}]
        data: {one: "1", two: "2"}
        knob: {left: 1, sides: [a, b], deep: {x: 1}}
        strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 2}}
        finalizers: [example.com/z, example.com/a]
        """);
    Files.writeString(
        chart.resolve("templates/all.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: side
          labels: {part: map}
          finalizers: {{ .Values.finalizers | toJson }}
        data: {{ .Values.data | toJson }}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: side}
        spec:
          selector: {app: side}
          ports: {{ .Values.ports | toJson }}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: side}
        spec:
          replicas: 2
          strategy: {{ .Values.strategy | toJson }}
          selector: {matchLabels: {app: side}}
          template:
            metadata: {labels: {app: side}}
            spec:
              containers:
              - name: main
                image: example.com/main:1
                ports: [{containerPort: 80}]
                env:
                {{- range $name, $value := .Values.env }}
                - {name: {{ $name }}, value: {{ $value | quote }}}
                {{- end }}
              {{- with .Values.sidecar }}
              - {name: sidecar, image: {{ . }}}
              {{- end }}
        ---
        apiVersion: side.example.com/v1
        kind: Knob
        metadata: {name: side}
        spec: {{ .Values.knob | toJson }}
        """);
    Files.writeString(
        chart.resolve("templates/hook.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: hook
          annotations: {helm.sh/hook: "pre-install,pre-upgrade,pre-rollback"}
        stringData: {revision: "{{ .Release.Revision }}"}
        """);
  }

  @AfterEach
  void close() {
    for (String namespace : namespaces.values()) {
      patch(
          "/api/v1/namespaces/" + namespace + "/configmaps/side", "{metadata: {finalizers: null}}");
    }
    client.close();
  }

  /** The same with both, which have to end in the same way and leave the same objects. */
  private String both(String... arguments) {
    String result = said(arguments);
    assertSameObjects();
    return result;
  }

  private String said(String... arguments) {
    List<String> results = new ArrayList<>();
    namespaces.forEach(
        (who, namespace) -> results.add(run(who, namespace, arguments).replace(namespace, "NS")));
    assertThat(results.get(1)).isEqualTo(results.get(0));
    return results.get(0);
  }

  private String run(String who, String namespace, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--namespace=" + namespace);
    if (who.equals("helm")) {
      RealHelm.Run run = helm.run(plane, line.toArray(String[]::new));
      return run.status() + errorIn(run.err());
    }
    line.add("--kubeconfig=" + plane.kubeconfig());
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    return run.status() + errorIn(run.err());
  }

  /** The message without what Helm logs before it, and what we know more after it. */
  private static String errorIn(String err) {
    return err.lines().filter(line -> line.startsWith("Error: ")).findFirst().orElse("");
  }

  private void assertSameObjects() {
    List<String> helms = paths(namespaces.get("helm"));
    List<String> ours = paths(namespaces.get("pintle"));
    for (int i = 0; i < ours.size(); i++) {
      assertThat(object(ours.get(i))).as(ours.get(i)).isEqualTo(object(helms.get(i)));
    }
  }

  /** An object without what differs between two of the same; empty if it is not there. */
  private String object(String path) {
    String json = client.raw(path);
    if (json == null) {
      return "";
    }
    ObjectNode object = Serialization.unmarshal(json, ObjectNode.class);
    object.findParents("time").forEach(entry -> ((ObjectNode) entry).remove("time"));
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    List<String> managers = new ArrayList<>();
    metadata.remove("managedFields").forEach(entry -> managers.add(entry.toString()));
    managers.sort(null); // those of one second are in any order
    metadata.remove(List.of("uid", "resourceVersion", "creationTimestamp"));
    if (object.get("spec") instanceof ObjectNode spec) {
      spec.remove(List.of("clusterIP", "clusterIPs"));
    }
    String all = object + "\n" + String.join("\n", managers);
    return all.replace(metadata.get("namespace").asText(), "NS");
  }

  private static List<String> paths(String namespace) {
    String within = "/namespaces/" + namespace + "/";
    return List.of(
        "/api/v1" + within + "configmaps/side",
        "/api/v1" + within + "secrets/hook",
        "/api/v1" + within + "services/side",
        "/apis/apps/v1" + within + "deployments/side",
        "/apis/side.example.com/v1" + within + "knobs/side");
  }

  /** What somebody else does to both. */
  private void meanwhile(int path, String patch) {
    namespaces.values().forEach(namespace -> patch(paths(namespace).get(path), patch));
  }

  private void patch(String path, String patch) {
    String[] parts = path.split("/");
    String group = parts[1].equals("api") ? "v1" : parts[2] + "/" + parts[3];
    String kind =
        Map.of(
                "configmaps",
                "ConfigMap",
                "services",
                "Service",
                "deployments",
                "Deployment",
                "knobs",
                "Knob")
            .get(parts[parts.length - 2]);
    var object =
        client
            .genericKubernetesResources(group, kind)
            .inNamespace(parts[parts.length - 3])
            .withName(parts[parts.length - 1]);
    if (object.get() != null) {
      PatchContext context =
          new PatchContext.Builder()
              .withPatchType(PatchType.JSON_MERGE)
              .withFieldManager("somebody")
              .build();
      object.patch(
          context,
          patch
              .replaceAll("([a-zA-Z]+):", "\"$1\":")
              .replaceAll(": (theirs|label|note)", ": \"$1\""));
    }
  }

  private static final String[] CHANGED = {
    "--set", "env.B=null,env.C=3",
    "--set-json", "ports=[{\"name\":\"dns\",\"port\":53},{\"name\":\"web\",\"port\":8080}]",
    "--set-json", "data={\"two\":\"22\",\"three\":\"3\"}",
    "--set-json", "knob={\"left\":2,\"sides\":[\"b\"],\"deep\":null}",
    "--set-json", "strategy={\"type\":\"Recreate\",\"rollingUpdate\":null}",
    "--set-json", "finalizers=[\"example.com/a\",\"example.com/b\"]",
    "--set", "sidecar=example.com/sidecar:1"
  };

  private String upgrade(String... more) {
    List<String> line = new ArrayList<>(List.of("upgrade", "r", chart.toString()));
    line.addAll(List.of(more));
    return both(line.toArray(String[]::new));
  }

  private String[] changed(String... more) {
    List<String> line = new ArrayList<>(List.of(more));
    line.addAll(List.of(CHANGED));
    return line.toArray(String[]::new);
  }

  @Test
  void throughALifeOnTheClientsSide() {
    assertThat(both("install", "r", chart.toString(), "--server-side=false")).isEqualTo("0");
    meanwhile(3, "{spec: {replicas: 5, template: {spec: {nodeName: theirs}}}}");
    meanwhile(2, "{metadata: {labels: {theirs: label}}}");
    meanwhile(0, "{data: {two: theirs, four: theirs}}");
    meanwhile(4, "{spec: {left: theirs, more: theirs}}");
    assertSameObjects();

    assertThat(upgrade(changed())).isEqualTo("0");
    assertThat(upgrade(changed())).isEqualTo("0");
    assertThat(both("rollback", "r", "1")).isEqualTo("0");
    meanwhile(3, "{spec: {replicas: 7}}");
    assertThat(both("rollback", "r", "2", "--server-side=false")).isEqualTo("0");
    assertThat(methods()).containsExactly("client-side apply", "client-side apply");
  }

  @Test
  void fromOneMethodToTheOther() {
    assertThat(both("install", "r", chart.toString())).isEqualTo("0");
    assertThat(upgrade(changed("--server-side=false"))).isEqualTo("0");
    assertThat(methods()).containsExactly("client-side apply", "client-side apply");
    assertThat(upgrade("--reset-values")).isEqualTo("0");
    assertThat(upgrade(changed("--server-side", "true"))).isEqualTo("0");
    assertThat(methods()).containsExactly("server-side apply", "server-side apply");
    assertThat(both("rollback", "r", "2")).isEqualTo("0");
    assertThat(methods()).containsExactly("client-side apply", "client-side apply");
    assertThat(both("rollback", "r", "1")).isEqualTo("0");
    assertThat(methods()).containsExactly("server-side apply", "server-side apply");
  }

  private List<String> methods() {
    List<String> methods = new ArrayList<>();
    namespaces.forEach(
        (who, namespace) ->
            methods.add(
                helm.run(plane, "get", "metadata", "r", "-n", namespace)
                    .orFail()
                    .replaceAll("(?s).*APPLY_METHOD: ([a-z -]+[a-z]).*", "$1")));
    return methods;
  }

  @Test
  void replaces() {
    assertThat(both("install", "r", chart.toString(), "--server-side=false", "--force-replace"))
        .isEqualTo("0");
    meanwhile(0, "{data: {four: theirs}}");
    meanwhile(3, "{spec: {replicas: 5}, metadata: {annotations: {their: note}}}");
    assertThat(upgrade(changed("--force-replace"))).isEqualTo("0");
    assertThat(both("rollback", "r", "1", "--force-replace")).isEqualTo("0");
  }

  @Test
  void bringsBackWhatIsGone() {
    assertThat(both("install", "r", chart.toString(), "--server-side=false")).isEqualTo("0");
    for (String namespace : namespaces.values()) {
      client.services().inNamespace(namespace).withName("side").delete();
      client.apps().deployments().inNamespace(namespace).withName("side").delete();
    }
    assertThat(upgrade()).isEqualTo("0");
    for (String namespace : namespaces.values()) {
      client.services().inNamespace(namespace).withName("side").delete();
    }
    assertThat(upgrade("--force-replace")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install  CHART --server-side=false --force-conflicts",
        "install  CHART --server-side=sometimes",
        "upgrade  CHART --server-side=sometimes",
        "upgrade  CHART --force-replace",
        "upgrade  CHART --server-side=false --force-conflicts",
        "upgrade  CHART --server-side=false --set-json ports=[{\"port\":80,\"targetPort\":-1}]",
        "upgrade  CHART --server-side=false --force-replace --set strategy.type=Nonsense",
        "rollback  1 --server-side=false --force-conflicts",
        "rollback  1 --server-side=sometimes",
        "rollback  1 --force-replace",
      })
  void refusesWhatHelmRefuses(String line) {
    if (!line.startsWith("install")) {
      both("install", "r", chart.toString());
    }
    String[] arguments = line.replace("CHART", chart.toString()).replace("  ", " r ").split(" ");
    assertThat(said(arguments)).startsWith("1Error: ");
  }
}
