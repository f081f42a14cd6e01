package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.SideBySide.Said;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates see of a chart's own {@code crds/}, beside Helm's. */
@OnControlPlane
@BesideHelm
class DefinitionsFirstTest {

  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml",
          "{apiVersion: v2, name: first, version: 0.1.0}",
          "crds/thing.yaml",
          """
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata: {name: things.NAME.example}
          spec:
            group: NAME.example
            scope: Namespaced
            names: {kind: Thing, plural: things}
            versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
          """,
          "templates/seen.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: NAME-seen}
          data:
            {{- if .Values.capabilities }}
            kind: {{ .Capabilities.APIVersions.Has "NAME.example/v1/Thing" | quote }}
            version: {{ .Capabilities.APIVersions.Has "NAME.example/v1" | quote }}
            {{- end }}
            {{- with lookup "apiextensions.k8s.io/v1" "CustomResourceDefinition" "" "things.NAME.example" }}
            definition: {{ .spec.names.kind }}
            {{- end }}
            things: {{ get (lookup "NAME.example/v1" "Thing" "default" "") "kind" }}
          """,
          "templates/thing.yaml",
          """
          {{- if lookup "apiextensions.k8s.io/v1" "CustomResourceDefinition" "" "things.NAME.example" }}
          apiVersion: NAME.example/v1
          kind: Thing
          metadata: {name: NAME-thing}
          spec: {size: 5}
          {{- end }}
          {{- if .Values.fails }}
          {{ fail "after the definitions" }}
          {{- end }}
          """);

  private final SideBySide both;

  @TempDir Path directory;

  DefinitionsFirstTest(ControlPlane plane, RealHelm helm) {
    this.both = new SideBySide(plane, helm, plane.newNamespace("first"));
  }

  /** Each has a kind of its own, since definitions belong to no namespace. */
  private String chart(String group) throws IOException {
    for (Map.Entry<String, String> file : CHART.entrySet()) {
      Path path = directory.resolve(group).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().replace("NAME", group));
    }
    return directory.resolve(group).toString();
  }

  private String[] line(String command, String group) throws IOException {
    List<String> line = new ArrayList<>();
    for (String word : command.split(" ")) {
      line.add(word.equals("CHART") ? chart(group) : word);
    }
    return line.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install r CHART",
        "install r CHART --dry-run=server",
        "install r CHART --dry-run=client",
        "install r CHART --skip-crds",
        "install r CHART --set fails=true",
        "upgrade r CHART --install",
      })
  void templatesSeeWhatTheySeeInHelm(String command) throws IOException {
    String id = Integer.toString(command.hashCode() & 0xffff, 16);
    String ours = "ours" + id;
    String them = "them" + id;

    Said said = both.ours(line(command, ours));
    Said manifest = both.ours("get", "manifest", "r");
    both.ours("uninstall", "r", "--ignore-not-found");

    Said helms = both.helms(line(command, them));
    assertThat(said.status()).isEqualTo(helms.status());
    assertThat(said.renamed(ours, them).out()).isEqualTo(helms.out());
    assertThat(said.renamed(ours, them).err()).startsWith(helms.err().stripTrailing());
    assertThat(manifest.renamed(ours, them)).isEqualTo(both.helms("get", "manifest", "r"));
    both.helms("uninstall", "r", "--ignore-not-found");
  }

  /** Helm sees them or not, as soon as the server tells of them; here they are waited for. */
  @Test
  void capabilitiesHaveTheNewKinds() throws IOException {
    assertThat(both.ours("install", "r", chart("waited"), "--set=capabilities=true").err())
        .isEmpty();
    assertThat(both.ours("get", "manifest", "r").out())
        .contains("  kind: \"true\"\n  version: \"true\"\n");
  }

  @Test
  void aLaterRevisionInstallsNone() throws IOException {
    String chart = chart("later");
    Path definition = directory.resolve("later/crds/thing.yaml");
    String text = Files.readString(definition);
    Files.delete(definition);
    Path template = directory.resolve("later/templates/seen.yaml");
    Files.writeString(template, "");
    assertThat(both.ours("install", "r", chart).err()).isEmpty();
    Files.writeString(definition, text);

    assertThat(both.ours("upgrade", "r", chart, "--install").status()).isZero();

    assertThat(both.ours("get", "manifest", "r").out()).doesNotContain("kind: Thing");
  }
}
