package dev.pintle.apply.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.testing.apply.SmallChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository says of a release deletes nothing outside of the release's directory. */
class OwnFilesTest {

  @TempDir private Path base;
  private Path root;
  private Path theirs;

  @BeforeEach
  void release() throws IOException {
    root = base.resolve("root");
    theirs = Files.writeString(Files.createDirectories(base.resolve("out")).resolve("theirs"), "1");
    new FilesApplier(root).apply(new SmallChart().configMap("a", "1").render("prod"));
  }

  private void uninstall() {
    new FilesApplier(root).uninstall("web", "prod", UninstallOptions.defaults());
  }

  private void assertRefused() {
    assertThatThrownBy(this::uninstall)
        .isInstanceOf(ApplyException.class)
        .hasMessageContaining("is no file within");
    assertThat(theirs).hasContent("1");
    assertThat(root.resolve("prod/web/release.yaml")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../out/theirs",
        "OUT/theirs",
        "configmaps/../../../../out/theirs",
        "./release.yaml",
        "..",
        "."
      })
  void areNamedByTheIndex(String name) throws IOException {
    Path index = root.resolve("prod/web/release.yaml");
    String named = name.replace("OUT", base.resolve("out").toString());
    Files.writeString(
        index, Files.readString(index).replace("files:\n", "files:\n- \"" + named + "\"\n"));
    assertRefused();
  }

  @Test
  void areNotBehindLinks() throws IOException {
    Path index = root.resolve("prod/web/release.yaml");
    Files.createSymbolicLink(root.resolve("prod/web/link"), base.resolve("out"));
    Files.writeString(
        index, Files.readString(index).replace("files:\n", "files:\n- link/theirs\n"));
    assertRefused();
  }

  @Test
  void areNamedByStepsThatSomebodyLeft() throws IOException {
    Path stage = Files.createDirectories(root.resolve(".pintle-prod-web"));
    Files.writeString(stage.resolve("steps"), "delete ../../../out/theirs\n");
    assertRefused();
  }
}
