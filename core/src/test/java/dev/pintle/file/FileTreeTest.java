package dev.pintle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory with files that a user named. */
class FileTreeTest {

  @TempDir Path directory;

  private List<Path> files(Limits limits) throws IOException {
    return new FileTree(directory, limits).files(path -> path.toString().endsWith(".yaml"));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void findsFilesByTheirNames() throws IOException {
    write("b.yaml", "");
    write("a/c.yaml", "");
    write("d.yaml/e.txt", "");
    assertThat(files(Limits.defaults()))
        .containsExactly(directory.resolve("a/c.yaml"), directory.resolve("b.yaml"));
  }

  @Test
  void refusesMoreFilesThanMayBe() throws IOException {
    write("a.yaml", "");
    write("b.yaml", "");
    assertThat(files(Limits.defaults().with(Limit.CHART_FILES, 2))).hasSize(2);
    assertThatThrownBy(() -> files(Limits.defaults().with(Limit.CHART_FILES, 1)))
        .isInstanceOf(LimitException.class);
  }

  @Test
  void refusesMoreBytesThanMayBe() throws IOException {
    write("a.yaml", "abc");
    write("b.yaml", "abc");
    FileTree tree = new FileTree(directory, Limits.defaults().with(Limit.CHART_BYTES, 5));
    assertThat(tree.read(directory.resolve("a.yaml"))).hasSize(3);
    assertThatThrownBy(() -> tree.read(directory.resolve("b.yaml")))
        .isInstanceOf(LimitException.class);
  }

  @Test
  void refusesAPipeInIt() {
    Path pipe = Pipes.make(directory.resolve("a.yaml"));
    assertThatThrownBy(() -> new FileTree(directory, Limits.defaults()).read(pipe))
        .hasMessageContaining("a named pipe");
  }
}
