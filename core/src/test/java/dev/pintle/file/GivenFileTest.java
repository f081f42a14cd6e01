package dev.pintle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user names may be a pipe or a device; it ends all the same. */
class GivenFileTest {

  private static final Limits BRIEF =
      Limits.defaults().with(Limit.INPUT_BYTES, 1000).with(Limit.INPUT_MILLIS, 20);

  @TempDir Path directory;

  private static void assertEndsAt(Limit limit, Path path) {
    assertThatThrownBy(() -> GivenFile.read(path, BRIEF))
        .isInstanceOfSatisfying(LimitException.class, e -> assertThat(e.limit()).isEqualTo(limit))
        .hasMessageContaining(path.toString());
  }

  private static Path written(Path pipe, String text) {
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(text.getBytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.setDaemon(true);
    writer.start();
    return pipe;
  }

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("f"), "a: 1");
    assertThat(GivenFile.read(file, BRIEF)).asString().isEqualTo("a: 1");
    assertThat(GivenFile.head(file, 2, BRIEF)).asString().isEqualTo("a:");
  }

  @Test
  void readsAPipe() throws IOException {
    Path pipe = written(Pipes.make(directory.resolve("p")), "a: 1\n");
    assertThat(GivenFile.read(pipe, Limits.defaults())).asString().isEqualTo("a: 1\n");
  }

  @Test
  void endsWhereNobodyWrites() {
    assertEndsAt(Limit.INPUT_MILLIS, Pipes.make(directory.resolve("p")));
  }

  @Test
  void endsWhereAWriterSaysNothing() throws IOException {
    Path pipe = Pipes.make(directory.resolve("p"));
    try (FileChannel silent =
        FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      assertThat(silent.isOpen()).isTrue();
      assertEndsAt(Limit.INPUT_MILLIS, pipe);
    }
  }

  @Test
  void endsWhereTooMuchIsWritten() {
    Path pipe = Pipes.make(directory.resolve("p"));
    written(pipe, "x".repeat(1001));
    assertThatThrownBy(() -> GivenFile.read(pipe, Limits.defaults().with(Limit.INPUT_BYTES, 1000)))
        .isInstanceOfSatisfying(
            LimitException.class, e -> assertThat(e.limit()).isEqualTo(Limit.INPUT_BYTES));
  }

  @Test
  void aDeviceWithoutEndEndsAtTheBound() {
    Path zero = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(zero));
    assertThatThrownBy(() -> GivenFile.read(zero, Limits.defaults().with(Limit.INPUT_BYTES, 1000)))
        .hasMessage("/dev/zero is larger than the maximum of 1000 bytes");
  }

  @Test
  void aDeviceWithNothingInItIsEmpty() throws IOException {
    Path nothing = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(nothing));
    assertThat(GivenFile.read(nothing, Limits.defaults())).isEmpty();
  }

  @Test
  void standardInputIsBoundedToo() throws IOException {
    assertThat(GivenFile.read(new ByteArrayInputStream(new byte[1000]), "in", BRIEF)).hasSize(1000);
    assertThatThrownBy(() -> GivenFile.read(new ByteArrayInputStream(new byte[1001]), "in", BRIEF))
        .hasMessage("in is larger than the maximum of 1000 bytes");
  }
}
