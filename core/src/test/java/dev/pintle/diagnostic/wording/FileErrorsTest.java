package dev.pintle.diagnostic.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file is told as Go tells it, and by what the system said of it. */
class FileErrorsTest {

  @TempDir static Path directory;

  static Stream<Arguments> errors() {
    String path = directory.toString();
    return Stream.of(
        Arguments.of(new NoSuchFileException(path), "open %s: no such file or directory"),
        Arguments.of(new AccessDeniedException(path), "open %s: permission denied"),
        Arguments.of(new NotDirectoryException(path), "open %s: not a directory"),
        Arguments.of(new IOException("Is a directory"), "read %s: is a directory"),
        Arguments.of(
            new FileSystemException(path, null, "Is a directory"), "read %s: is a directory"),
        Arguments.of(
            new FileSystemException(path, null, "No such device or address"),
            "open %s: no such device or address"),
        Arguments.of(
            new FileSystemException(path, null, "Too many levels of symbolic links or unable to"),
            "open %s: too many levels of symbolic links"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void saysWhatTheSystemSaid(IOException error, String expected) {
    // The path is a directory: that alone is no reason.
    assertThat(FileErrors.describe("open", directory.toString(), error))
        .isEqualTo(expected.formatted(directory));
  }
}
