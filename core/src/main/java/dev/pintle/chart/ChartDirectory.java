package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.FileErrors;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Limit;
import dev.pintle.values.GoStrings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the files of a chart's directory in the order of their names, directory by directory,
 * without those that {@code .helmignore} leaves out.
 *
 * <p>Links are followed, as Helm follows them, but only inside the directory that links may lead
 * to: a chart from a stranger must not show other files of this machine.
 */
final class ChartDirectory {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.getFileName().toString(), GoStrings.BYTE_ORDER);

  private final Path top;
  private final Path linksWithin;
  private final LoadBudget budget;
  private IgnoreRules rules;
  private final List<ChartFile> files = new ArrayList<>();

  private ChartDirectory(Path top, Path linksWithin, LoadBudget budget) throws IOException {
    this.top = top;
    this.linksWithin = (linksWithin == null ? top : linksWithin).toRealPath();
    this.budget = budget;
  }

  /**
   * Opens a directory.
   *
   * @param linksWithin where links may lead; null for the directory itself
   */
  static ChartDirectory open(Path directory, Path linksWithin, LoadBudget budget) {
    Path top = directory.toAbsolutePath().normalize();
    try {
      return new ChartDirectory(top, linksWithin, budget);
    } catch (IOException e) {
      throw unreadable("", FileErrors.describe("lstat", top.toString(), e), e);
    }
  }

  /** {@code Chart.yaml}, which tells that this is a chart. */
  ChartFile description() {
    Path path = top.resolve("Chart.yaml");
    try {
      return new ChartFile("Chart.yaml", ownFile(path, "Chart.yaml"));
    } catch (IOException e) {
      throw unreadable(
          "Chart.yaml",
          "unable to detect chart at "
              + path
              + ": "
              + FileErrors.describe("open", path.toString(), e),
          e);
    }
  }

  /** All files that are not left out. */
  List<ChartFile> files() {
    Path ignoreFile = top.resolve(".helmignore");
    try {
      String ignored =
          Files.exists(ignoreFile) ? GoStrings.fromBytes(ownFile(ignoreFile, ".helmignore")) : "";
      rules = IgnoreRules.parse(ignored);
      walk(top, "");
    } catch (FileSystemException e) {
      // Links that lead around in a circle end here too: the system follows only so many.
      throw unreadable(e.getFile(), FileErrors.describe("open", e.getFile(), e), e);
    } catch (IOException e) {
      throw unreadable("", FileErrors.describe("open", top.toString(), e), e);
    }
    return files;
  }

  private void walk(Path directory, String name) throws IOException {
    List<Path> entries;
    try (Stream<Path> listing = Files.list(directory)) {
      entries = listing.sorted(BY_NAME).toList();
    }
    for (Path entry : entries) {
      String fileName = entry.getFileName().toString();
      visit(entry, name.isEmpty() ? fileName : name + "/" + fileName);
    }
  }

  private void visit(Path path, String name) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean link = attributes.isSymbolicLink();
    if (link) {
      attributes = targetAttributes(path, name);
    }
    if (rules.ignores(name, attributes.isDirectory(), budget.steps())) {
      return;
    }
    if (link) {
      checkTarget(path, name);
    }
    if (attributes.isDirectory()) {
      budget.takeFile(name, 0);
      walk(path, name);
    } else {
      files.add(new ChartFile(name, content(path, name, attributes)));
    }
  }

  private static BasicFileAttributes targetAttributes(Path path, String name) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      Path missing = firstMissing(path.resolveSibling(Files.readSymbolicLink(path)).normalize());
      throw unreadable(
          name,
          "error evaluating symlink " + path + ": lstat " + missing + ": no such file or directory",
          e);
    }
  }

  private static Path firstMissing(Path path) {
    Path parent = path.getParent();
    return parent == null || Files.exists(parent, LinkOption.NOFOLLOW_LINKS)
        ? path
        : firstMissing(parent);
  }

  /** Refuses a link that leads where none may. */
  private void checkTarget(Path path, String name) throws IOException {
    Path real = path.toRealPath();
    if (!real.startsWith(linksWithin)) {
      throw unreadable(name, "symbolic link " + path + " leads out of the chart, to " + real, null);
    }
  }

  private byte[] content(Path path, String name, BasicFileAttributes attributes) {
    try {
      if (attributes.size() > budget.fileBytes()) {
        throw LoadBudget.exceeded(
            Limit.FILE_BYTES,
            name,
            "chart file \""
                + path.getFileName()
                + "\" is larger than the maximum file size "
                + budget.fileBytes());
      }
      byte[] data = content(path, attributes);
      budget.takeFile(name, data.length);
      return data;
    } catch (IOException e) {
      throw unreadable(
          name,
          "error reading " + name + ": " + FileErrors.describe("open", path.toString(), e),
          e);
    }
  }

  /** Reads one of the files that the loader itself asks for. */
  private byte[] ownFile(Path path, String name) throws IOException {
    if (Files.isSymbolicLink(path)) {
      targetAttributes(path, name);
      checkTarget(path, name);
    }
    return content(path, Files.readAttributes(path, BasicFileAttributes.class));
  }

  /** Reads what the file held when it was looked at, however large it has become since. */
  private byte[] content(Path path, BasicFileAttributes attributes) throws IOException {
    if (attributes.isOther()) {
      throw unreadable(
          path.toString(),
          "cannot load irregular file " + path + " as it has file mode type bits set",
          null);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] data = new byte[(int) Math.min(attributes.size(), budget.fileBytes())];
      int length = in.readNBytes(data, 0, data.length);
      return withoutByteOrderMark(length == data.length ? data : Arrays.copyOf(data, length));
    }
  }

  static byte[] withoutByteOrderMark(byte[] data) {
    boolean marked =
        data.length >= 3
            && data[0] == BYTE_ORDER_MARK[0]
            && data[1] == BYTE_ORDER_MARK[1]
            && data[2] == BYTE_ORDER_MARK[2];
    return marked ? Arrays.copyOfRange(data, 3, data.length) : data;
  }

  private static ChartFileException unreadable(String name, String message, Throwable cause) {
    return new ChartFileException(Diagnostic.Kind.CHART, message, new Position(name, 0, 0), cause);
  }
}
