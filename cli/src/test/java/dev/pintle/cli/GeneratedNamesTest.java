package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.SideBySide.Said;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects whose names the server would have to make ({@code generateName}): Helm 4 refuses them,
 * since an apply needs a name; and nothing else of their kind may come to harm.
 */
@OnControlPlane
@BesideHelm
class GeneratedNamesTest {

  private final SideBySide both;
  private final String namespace;
  private final KubernetesClient client;

  @TempDir private Path chart;

  GeneratedNamesTest(ControlPlane plane, RealHelm helm) {
    this.client = plane.client();
    this.namespace = plane.newNamespace("names");
    this.both = new SideBySide(plane, helm, namespace);
  }

  @BeforeEach
  void makeOneThatIsNobodys() {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("nobodys")
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .create();
  }

  @AfterEach
  void close() {
    client.close();
  }

  /** A chart with a ConfigMap. */
  private void write(String name, String annotations) throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: gen, version: 0.1.0}");
    Files.writeString(
        chart.resolve("templates/map.yaml"),
        "{apiVersion: v1, kind: ConfigMap, metadata: {%s, annotations: {%s}}}"
            .formatted(name, annotations));
  }

  private List<String> maps() {
    return client.configMaps().inNamespace(namespace).list().getItems().stream()
        .map(map -> map.getMetadata().getName())
        .sorted()
        .toList();
  }

  /** Ours says what Helm says, without Helm's log of it, and what may help. */
  private void sameRefusal(String... arguments) {
    Said ours = both.ours(SideBySide.with("ours", arguments));
    Said helms = both.helms(SideBySide.with("them", arguments));
    assertThat(ours.status()).isEqualTo(helms.status()).isEqualTo(1);
    assertThat(ours.err().lines().filter(line -> line.startsWith("Error:")).toList())
        .isEqualTo(helms.err().lines().filter(line -> line.startsWith("Error:")).toList());
  }

  @Test
  void areRefusedByInstalls() throws IOException {
    write("generateName: made-", "");
    sameRefusal("install", "", chart.toString());
    assertThat(maps()).containsExactly("nobodys");
  }

  @Test
  void areRefusedByUpgrades() throws IOException {
    write("name: {{ .Release.Name }}", "");
    both.sameChange("install", "", chart.toString());
    write("generateName: made-", "");
    sameRefusal("upgrade", "", chart.toString());
    assertThat(both.ours("diff", "upgrade", "ours", chart.toString()))
        .satisfies(
            diff -> {
              assertThat(diff.status()).isEqualTo(1);
              assertThat(diff.err()).contains("resource name may not be empty");
            });
    assertThat(both.ours("uninstall", "ours").status()).isZero();
    assertThat(maps()).containsExactly("nobodys", "them");
  }

  @Test
  void areRefusedAsHooks() throws IOException {
    write("generateName: made-", "helm.sh/hook: \"pre-install,pre-delete\"");
    sameRefusal("install", "", chart.toString());
    both.ours("uninstall", "ours");
    assertThat(maps()).containsExactly("nobodys");
  }

  /** Without server-side apply they are made; whoever takes such a release away leaves them. */
  @Test
  void thatWereMadeWithoutAnApplyAreLeft() throws IOException {
    write("generateName: made-", "");
    both.sameChange("install", "", chart.toString(), "--server-side=false");
    both.ours("uninstall", "ours");
    Said gone = both.ours("uninstall", "them");
    assertThat(gone.status()).as(gone.err()).isZero();
    assertThat(gone.err()).contains("without a name of its own is passed over");
    assertThat(maps()).hasSize(3).contains("nobodys").anyMatch(name -> name.startsWith("made-"));
  }
}
