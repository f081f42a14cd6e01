package dev.pintle.apply.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.testing.apply.SmallChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository in which somebody has written what is to lead us out of it. */
class HostileRepositoryTest {

  private static final String INDEX = "prod/web/" + ReleaseIndex.FILE;

  @TempDir private Path everything;
  private Path root;
  private Path victim;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(everything.resolve("root"));
    victim = Files.writeString(everything.resolve("victim"), "kind: Precious\n");
  }

  private FilesApplier applier() {
    return new FilesApplier(root);
  }

  private void install() {
    applier().apply(new SmallChart().configMap("a", "1").render("prod"));
  }

  private void uninstall() {
    applier().uninstall("web", "prod", UninstallOptions.defaults());
  }

  private String everythingElse() throws IOException {
    StringBuilder found = new StringBuilder(Files.readString(victim));
    try (Stream<Path> all = Files.list(everything)) {
      all.map(each -> each.getFileName().toString()).sorted().forEach(found::append);
    }
    return found.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../victim",
        "..\\\\..\\\\victim",
        "x/../../../../victim",
        "./victim",
        "..",
        ".",
        "",
        "a//b",
        "a/",
        "/etc/hostname",
        "a\\nb",
        "a\\0b",
        "c:x"
      })
  void anIndexNamesNothingElse(String name) throws IOException {
    install();
    String before = everythingElse();
    Path index = root.resolve(INDEX);
    Files.writeString(
        index,
        Files.readString(index)
            .replaceFirst("(?m)^files:\n", "files:\n- \"" + name.replace("\\", "\\\\") + "\"\n"));
    assertThatThrownBy(this::uninstall)
        .isInstanceOf(ApplyException.class)
        .hasMessageContaining("is no file within");
    assertThatThrownBy(() -> applier().status("web", "prod")).isInstanceOf(ApplyException.class);
    assertThatThrownBy(() -> applier().apply(new SmallChart().configMap("a", "2").render("prod")))
        .isInstanceOf(ApplyException.class);
    assertThat(everythingElse()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete ../../../victim",
        "put ../../../victim",
        "delete /etc/hostname",
        "../../../victim",
        "delete"
      })
  void stepsThatSomebodyLeftLeadNowhereElse(String step) throws IOException {
    install();
    String before = everythingElse();
    Path stage = Files.createDirectories(root.resolve(".pintle-prod-web/new"));
    Files.writeString(stage.resolve("victim"), "forged");
    Files.writeString(root.resolve(".pintle-prod-web/steps"), step + "\n");
    assertThatThrownBy(this::uninstall).isInstanceOf(ApplyException.class);
    assertThat(everythingElse()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod",
        "prod/web",
        "prod/web/configmap.a.yaml",
        "prod/web/" + ReleaseIndex.FILE,
        ".pintle-prod-web",
        ".pintle-prod-web.lock"
      })
  void nothingIsDoneThroughALink(String link) throws IOException {
    install();
    Path away = everything.resolve("away");
    Path at = root.resolve(link);
    if (Files.exists(at)) {
      Files.move(at, away);
    } else if (link.endsWith(".lock")) {
      Files.writeString(away, "precious");
    } else {
      Files.createDirectory(away);
    }
    Files.createSymbolicLink(at, away);
    String before = everythingElse();
    assertThatThrownBy(this::uninstall).isInstanceOf(ApplyException.class);
    assertThatThrownBy(() -> applier().apply(new SmallChart().configMap("a", "2").render("prod")))
        .isInstanceOf(ApplyException.class);
    assertThat(everythingElse()).isEqualTo(before);
    if (link.endsWith(".lock")) {
      assertThat(away).hasContent("precious");
    }
    assertThat(at).isSymbolicLink();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/../..", "", "A", "a/b"})
  void aReleaseIsNotElsewhere(String name) {
    install();
    assertThatThrownBy(() -> applier().uninstall(name, "prod", UninstallOptions.defaults()))
        .isInstanceOf(ApplyException.class)
        .hasMessageContaining("release name is invalid");
    assertThatThrownBy(() -> applier().status(name, "prod")).isInstanceOf(ApplyException.class);
  }

  @Test
  void aDirectoryThatIsNoReleaseDoesNotEndTheList() throws IOException {
    install();
    Files.createDirectories(root.resolve("prod/Not_a_release"));
    Files.copy(root.resolve(INDEX), root.resolve("prod/Not_a_release/" + ReleaseIndex.FILE));
    assertThat(applier().list("prod")).hasSize(1);
  }
}
