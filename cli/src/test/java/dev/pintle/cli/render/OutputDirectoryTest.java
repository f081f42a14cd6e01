package dev.pintle.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --output-dir}, with what Helm writes and prints for the same chart. */
class OutputDirectoryTest {

  @TempDir Path directory;

  @BeforeEach
  void writeChart() throws IOException {
    write("Chart.yaml", "apiVersion: v2\nname: c\nversion: 0.1.0\n");
    write("crds/crd.yaml", "kind: CustomResourceDefinition\n");
    write(
        "templates/a.yaml",
        """
        kind: Service
        ---
        kind: ConfigMap
        ---
        kind: Pod
        metadata: {annotations: {helm.sh/hook: test}}
        """);
    write(
        "templates/hook.yaml", "kind: Pod\nmetadata: {annotations: {helm.sh/hook: pre-install}}\n");
    write("charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 0.1.0\n");
    write("charts/sub/templates/b.yaml", "b: 1\n\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../x", "..", "/tmp/x", "a/../../../../x"})
  void noNameLeadsOut(String alias) throws IOException {
    write(
        "Chart.yaml",
        "apiVersion: v2\n"
            + "name: c\n"
            + "version: 0.1.0\n"
            + "dependencies:\n"
            + "- {name: sub, version: 0.1.0, alias: "
            + alias
            + "}\n");
    CommandRun run = template();
    assertThat(run.status()).isEqualTo(1);
    assertThat(out().resolve("..").normalize().resolve("x")).doesNotExist();
    assertThat(Files.exists(out()) ? files() : List.of()).isEmpty();
  }

  @Test
  void hasAFilePerTemplate() throws IOException {
    CommandRun run = template("--include-crds");
    assertThat(run.out())
        .isEqualTo(
            """
            wrote OUT/c/crds/crd.yaml
            wrote OUT/c/templates/a.yaml
            wrote OUT/c/templates/a.yaml
            wrote OUT/c/charts/sub/templates/b.yaml
            wrote OUT/c/templates/a.yaml
            wrote OUT/c/templates/hook.yaml

            """
                .replace("OUT", out().toString()));
    assertThat(files())
        .containsExactly(
            "c/charts/sub/templates/b.yaml",
            "c/crds/crd.yaml",
            "c/templates/a.yaml",
            "c/templates/hook.yaml");
    assertThat(out().resolve("c/templates/a.yaml"))
        .hasContent(
            """
            ---
            # Source: c/templates/a.yaml
            kind: ConfigMap

            ---
            # Source: c/templates/a.yaml
            kind: Service

            ---
            # Source: c/templates/a.yaml
            kind: Pod
            metadata: {annotations: {helm.sh/hook: test}}

            """);
    assertThat(Files.readString(out().resolve("c/charts/sub/templates/b.yaml")))
        .isEqualTo("---\n# Source: c/charts/sub/templates/b.yaml\nb: 1\n\n\n\n");
  }

  @Test
  void hasTheReleaseNameInItsPathButForCrds() throws IOException {
    template("--release-name", "--include-crds", "--skip-tests");
    assertThat(files())
        .containsExactly(
            "c/crds/crd.yaml",
            "r/c/charts/sub/templates/b.yaml",
            "r/c/templates/a.yaml",
            "r/c/templates/hook.yaml");
    assertThat(out().resolve("r/c/templates/a.yaml")).content().doesNotContain("test");
  }

  @Test
  void leavesOutHooksAndCrdsAsTheManifestDoes() throws IOException {
    template("--no-hooks");
    assertThat(files()).containsExactly("c/charts/sub/templates/b.yaml", "c/templates/a.yaml");
  }

  /** Helm adds hooks to the files of an earlier run. */
  @Test
  void isTheSameAfterASecondRun() throws IOException {
    template();
    String first = Files.readString(out().resolve("c/templates/hook.yaml"));
    template();
    assertThat(out().resolve("c/templates/hook.yaml")).hasContent(first);
  }

  @Test
  void leavesNothingToShow() {
    CommandRun run = template("--show-only", "templates/a.yaml");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Error: could not find template templates/a.yaml in chart\n");
  }

  @Test
  void cannotBeAFile() throws IOException {
    Files.createFile(out());
    CommandRun run = template();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("Error: ").contains(out().toString());
  }

  private CommandRun template(String... flags) {
    List<String> arguments = new ArrayList<>(List.of("template", "r", directory + "/chart"));
    arguments.addAll(List.of("--output-dir", out().toString()));
    arguments.addAll(Arrays.asList(flags));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Path out() {
    return directory.resolve("out");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(out())) {
      return all.filter(Files::isRegularFile)
          .map(file -> out().relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve("chart").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
