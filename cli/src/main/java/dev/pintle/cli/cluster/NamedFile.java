package dev.pintle.cli.cluster;

import dev.pintle.file.RealFile;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A certificate, key or token that a kubeconfig, or a pod's directory, has in a file. Stateless.
 */
final class NamedFile {

  private NamedFile() {}

  /**
   * Opens it, and reads nothing.
   *
   * @throws IOException if it is no file and no directory, or cannot be opened
   */
  static void open(String file) throws IOException {
    RealFile.open(path(file)).close();
  }

  /**
   * Its content.
   *
   * @throws dev.pintle.limit.LimitException if it is too large
   * @throws IOException if it is no file, or cannot be read
   */
  static byte[] read(String file) throws IOException {
    return RealFile.read(path(file), Limits.defaults(), Limit.INPUT_BYTES);
  }

  /** Its content as text. */
  static String text(String file) throws IOException {
    return GoStrings.fromBytes(read(file));
  }

  private static Path path(String file) throws IOException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw (IOException) new NoSuchFileException(file).initCause(e);
    }
  }
}
