package dev.pintle.file;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory that a user named for the files in it and below it, such as recorded objects or
 * schemas. There may be as many files, and as many bytes in all of them, as in a chart; each is a
 * {@link RealFile}. A link to a file is followed, one to a directory is not.
 *
 * <p>Used by one thread.
 */
public final class FileTree {

  private final Path root;
  private final Limits limits;
  private long bytes;

  /**
   * A directory and what is below it, or a file by itself.
   *
   * @param limits say how much there may be
   */
  public FileTree(Path root, Limits limits) {
    this.root = root;
    this.limits = limits;
  }

  /**
   * All files with names that are wanted, by path. A root that is a file is wanted by any name.
   *
   * @throws LimitException if there are too many
   * @throws IOException if a directory cannot be read
   */
  public List<Path> files(Predicate<Path> wanted) throws IOException {
    long most = limits.of(Limit.CHART_FILES);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Iterator<Path> each = all.iterator(); each.hasNext(); ) {
        Path path = each.next();
        if ((path.equals(root) || wanted.test(path)) && !Files.isDirectory(path)) {
          files.add(path);
        }
        if (files.size() > most) {
          throw new LimitException(
              Limit.CHART_FILES, root + " has more than the maximum of " + most + " files");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }

  /**
   * The content of one of the files.
   *
   * @throws LimitException if it is too large, or all that were read are together
   * @throws IOException if it cannot be read
   */
  public byte[] read(Path file) throws IOException {
    byte[] content = RealFile.read(file, limits, Limit.INPUT_BYTES);
    bytes += content.length;
    if (bytes > limits.of(Limit.CHART_BYTES)) {
      throw RealFile.tooLarge(root.toString(), limits, Limit.CHART_BYTES);
    }
    return content;
  }
}
