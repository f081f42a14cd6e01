package dev.pintle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPathsTest {

  @TempDir Path outside;
  private Path root;
  private Path module;

  @BeforeEach
  void writeABuildOfTwoModules() throws Exception {
    root = outside.resolve("root");
    module = Files.createDirectories(root.resolve("modules/a"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("modules/pom.xml"), "");
    Files.createDirectory(outside.resolve("beyond"));
    Files.createDirectories(root.resolve("charts/app"));
  }

  @Test
  void looksUpwardsToTheRootOfTheBuild() throws Exception {
    assertThat(BuildPaths.from(module).find("charts/app")).isEqualTo(root.resolve("charts/app"));
    Path nearer = Files.createDirectories(module.resolve("charts/app"));
    assertThat(BuildPaths.from(module).find("charts/app")).isEqualTo(nearer);
  }

  @Test
  void endsAtTheRepository() throws Exception {
    Files.createDirectory(root.resolve("modules/.git"));
    assertThatThrownBy(() -> BuildPaths.from(module).find("charts/app"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhereItLooked() {
    assertThatThrownBy(() -> BuildPaths.from(module).find("beyond"))
        .hasMessage(
            "there is no beyond in " + module + ", " + root.resolve("modules") + ", " + root);
  }

  @Test
  void takesAbsolutePaths() {
    Path chart = root.resolve("charts/app");
    assertThat(BuildPaths.from(module).find(chart.toString())).isEqualTo(chart);
  }
}
