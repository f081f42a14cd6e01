package dev.pintle.values.input;

import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.file.GivenFile;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Gives the content of the files that {@code -f} and {@code --set-file} name. Whoever calls decides
 * what a name may mean: a path, standard input, something kept in memory.
 */
@FunctionalInterface
public interface ValuesFileReader {

  /**
   * The whole content.
   *
   * @param limits say how large it may be, and how long one waits for it
   * @throws dev.pintle.limit.LimitException if it is larger, or takes longer
   * @throws IOException if it cannot be read; the message is shown to the user as it is
   */
  byte[] read(String name, Limits limits) throws IOException;

  /**
   * Reads local files, and pipes such as a shell makes of {@code <(command)}; says what is wrong in
   * Go's words.
   */
  static ValuesFileReader local() {
    return (name, limits) -> {
      if (name.isEmpty()) { // to Java that is the working directory
        throw new IOException("open : no such file or directory");
      }
      try {
        return GivenFile.read(Path.of(name), limits);
      } catch (InvalidPathException e) {
        throw new IOException("open " + name + ": invalid argument", e);
      } catch (IOException e) {
        throw new IOException(FileErrors.describe("open", name, e), e);
      }
    };
  }
}
