package dev.pintle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is a file, and no more of it than may be. */
class RealFileTest {

  private static final Limits FOUR = Limits.defaults().with(Limit.INPUT_BYTES, 4);

  @TempDir Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("f"), text);
  }

  private static byte[] read(Path path) throws IOException {
    return RealFile.read(path, FOUR, Limit.INPUT_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "abcd"})
  void readsWhatIsWithinTheBound(String text) throws IOException {
    assertThat(read(file(text))).asString().isEqualTo(text);
  }

  @Test
  void refusesWhatIsLarger() throws IOException {
    Path five = file("abcde");
    assertThatThrownBy(() -> read(five))
        .isInstanceOfSatisfying(
            LimitException.class, e -> assertThat(e.limit()).isEqualTo(Limit.INPUT_BYTES))
        .hasMessage(five + " is larger than the maximum of 4 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "abcd"})
  void aFileThatGrowsEndsAtTheBound(String text) throws IOException {
    Path path = file(text);
    try (RealFile open = RealFile.open(path)) {
      Files.writeString(path, "more", StandardOpenOption.APPEND);
      assertThatThrownBy(() -> open.content(FOUR, Limit.INPUT_BYTES))
          .isInstanceOf(LimitException.class);
    }
  }

  @Test
  void aFileThatGrowsWithinTheBoundIsReadWhole() throws IOException {
    Path path = file("a");
    try (RealFile open = RealFile.open(path)) {
      Files.writeString(path, "bcd", StandardOpenOption.APPEND);
      assertThat(open.content(FOUR, Limit.INPUT_BYTES)).asString().isEqualTo("abcd");
    }
  }

  @Test
  void aFileThatShrinksEndsWhereItEnds() throws IOException {
    Path path = file("abcd");
    try (RealFile open = RealFile.open(path)) {
      Files.writeString(path, "ab");
      assertThat(open.content(FOUR, Limit.INPUT_BYTES)).asString().isEqualTo("ab");
    }
  }

  @Test
  void refusesAPipeWithoutOpeningIt() {
    Path pipe = Pipes.make(directory.resolve("p"));
    assertThatThrownBy(() -> read(pipe))
        .hasMessageContaining("not a regular file but a named pipe");
  }

  @Test
  void refusesALinkToAPipe() throws IOException {
    Pipes.make(directory.resolve("p"));
    Path link = Files.createSymbolicLink(directory.resolve("l"), Path.of("p"));
    assertThatThrownBy(() -> read(link)).hasMessageContaining("a named pipe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/tty"})
  void refusesADevice(Path device) {
    Assumptions.assumeTrue(Files.exists(device));
    assertThatThrownBy(() -> read(device)).hasMessageContaining("a device");
  }

  @Test
  void refusesASocket() throws IOException {
    Path path = directory.resolve("s");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
      assertThatThrownBy(() -> read(path)).hasMessageContaining("a socket");
    }
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> read(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Is a directory");
  }

  @Test
  void followsALinkOnlyIfItMay() throws IOException {
    file("abc");
    Path link = Files.createSymbolicLink(directory.resolve("l"), Path.of("f"));
    assertThat(read(link)).asString().isEqualTo("abc");
    assertThatThrownBy(() -> RealFile.open(link, LinkOption.NOFOLLOW_LINKS))
        .isInstanceOf(IOException.class);
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatThrownBy(() -> read(directory.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
