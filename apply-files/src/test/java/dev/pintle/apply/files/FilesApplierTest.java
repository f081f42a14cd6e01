package dev.pintle.apply.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.Appliers;
import dev.pintle.apply.ApplyException;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.testing.apply.SmallChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files look like, and that they change as a whole or not at all. */
class FilesApplierTest {

  @TempDir private Path root;

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private FilesApplier applier() {
    return new FilesApplier(root);
  }

  private static SmallChart small() {
    return new SmallChart().configMap("a", "1").configMap("b", "1");
  }

  @Test
  void eachObjectHasItsFile() throws IOException {
    applier()
        .apply(
            new SmallChart()
                .configMap("a", "1")
                .file(
                    "crds/thing.yaml",
                    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
                        + "metadata:\n  name: things.example.com\n")
                .template(
                    "more.yaml",
                    """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata:
                      name: system:role
                    ---
                    apiVersion: v1
                    kind: List
                    items:
                      - {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: other}}
                    """)
                .template(
                    "hook.yaml",
                    "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: hook\n"
                        + "  annotations: {helm.sh/hook: pre-install}\n")
                .render("prod"));
    assertThat(files())
        .containsOnlyKeys(
            "prod/web/clusterrole.rbac.authorization.k8s.io.system%3arole.yaml",
            "prod/web/configmap.a.yaml",
            "prod/web/customresourcedefinition.apiextensions.k8s.io.things.example.com.yaml",
            "prod/web/job.batch.hook.yaml",
            "prod/web/other/secret.s.yaml",
            "prod/web/release.yaml")
        .containsEntry(
            "prod/web/configmap.a.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  value: \"1\"\n");
  }

  @Test
  void theSameReleaseGivesTheSameBytes() throws IOException {
    applier().apply(small().render("prod"));
    Map<String, String> before = files();
    applier().apply(small().render("prod"));
    assertThat(files()).isEqualTo(before);
    applier().apply(small().render("prod", request -> request.set("x=1")));
    assertThat(files().get("prod/web/release.yaml"))
        .isNotEqualTo(before.get("prod/web/release.yaml"))
        .contains("revision: 2", "x: 1");
  }

  @Test
  void whatIsNotTheReleasesStays() throws IOException {
    applier().apply(small().render("prod"));
    Files.writeString(root.resolve("prod/web/kustomization.yaml"), "resources: []\n");
    applier().uninstall("web", "prod", UninstallOptions.defaults());
    assertThat(files()).containsOnlyKeys("prod/web/kustomization.yaml");
  }

  @Test
  void aStepThatFailsTakesTheOthersBack() throws IOException {
    applier().apply(small().render("prod"));
    Map<String, String> before = files();
    Path inTheWay = root.resolve("prod/web/configmap.z.yaml");
    Files.createDirectories(inTheWay);
    assertThatThrownBy(
            () ->
                applier()
                    .apply(new SmallChart().configMap("a", "2").configMap("z", "1").render("prod")))
        .isInstanceOf(ApplyException.class)
        .hasMessageContaining("configmap.z.yaml is a directory");
    Files.delete(inTheWay);
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void stepsThatAreLeftAreTakenByWhoeverComesNext(int taken) throws IOException {
    applier().apply(small().render("prod"));
    ReleaseDirectory directory = new ReleaseDirectory(root, "prod", "web");
    StagedChange change = directory.change();
    change.put("configmap.a.yaml", "new\n");
    change.delete("configmap.b.yaml");
    change.decide();
    if (taken > 0) {
      Files.move(
          root.resolve(".pintle-prod-web/new/configmap.a.yaml"),
          root.resolve("prod/web/configmap.a.yaml"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (taken > 1) {
      Files.delete(root.resolve("prod/web/configmap.b.yaml"));
    }
    directory.locked(() -> null);
    assertThat(files())
        .containsOnlyKeys("prod/web/configmap.a.yaml", "prod/web/release.yaml")
        .containsEntry("prod/web/configmap.a.yaml", "new\n");
  }

  @Test
  void whatWasNeverDecidedIsClearedAway() throws IOException {
    applier().apply(small().render("prod"));
    Map<String, String> before = files();
    ReleaseDirectory directory = new ReleaseDirectory(root, "prod", "web");
    directory.change().put("configmap.a.yaml", "new\n");
    directory.locked(() -> null);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void noNameLeadsOutOfTheDirectory() throws IOException {
    assertThatThrownBy(() -> applier().apply(small().render("..")))
        .hasMessage("\"..\" is no name of a namespace");
    applier()
        .apply(
            new SmallChart()
                .template(
                    "a.yaml",
                    "apiVersion: v1\nkind: Secret\nmetadata: {name: ../../x, namespace: ..}\n")
                .render("prod"));
    assertThat(files())
        .containsOnlyKeys("prod/web/%2e%2e/secret...%2f..%2fx.yaml", "prod/web/release.yaml");
  }

  @Test
  void isFoundByItsScheme() {
    assertThat(Appliers.open("files:" + root).name()).isEqualTo("files");
    assertThatThrownBy(() -> Appliers.open("nowhere:at-all"))
        .hasMessage("there is no applier for nowhere:at-all");
  }
}
