package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.file.RealFile;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import java.io.IOException;
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
import java.util.Objects;
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

  /** One file by itself, whatever {@code .helmignore} says of it. */
  byte[] file(String name) throws IOException {
    return ownFile(top.resolve(name), name);
  }

  /** All files that are not left out. */
  List<ChartFile> files() {
    Path ignoreFile = top.resolve(".helmignore");
    try {
      String ignored =
          Files.exists(ignoreFile) ? GoStrings.fromBytes(ownFile(ignoreFile, ".helmignore")) : "";
      rules = IgnoreRules.parse(ignored);
      walk(top, "", Files.readAttributes(top, BasicFileAttributes.class));
    } catch (FileSystemException e) {
      // Links that lead around in a circle end here too: the system follows only so many.
      throw unreadable(e.getFile(), FileErrors.describe("open", e.getFile(), e), e);
    } catch (IOException e) {
      throw unreadable("", FileErrors.describe("open", top.toString(), e), e);
    }
    return files;
  }

  private void walk(Path directory, String name, BasicFileAttributes attributes)
      throws IOException {
    List<Path> entries;
    try (Stream<Path> listing = Files.list(directory)) {
      entries = listing.sorted(BY_NAME).toList();
    }
    for (Path entry : entries) {
      String fileName = entry.getFileName().toString();
      visit(entry, name.isEmpty() ? fileName : name + "/" + fileName);
    }
    BasicFileAttributes after = Files.readAttributes(directory, BasicFileAttributes.class);
    if (!Objects.equals(attributes.fileKey(), after.fileKey())) {
      throw replaced(directory); // by a link that leads out, say
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
    if (attributes.isDirectory()) {
      Path target = link ? target(path, name) : null;
      budget.takeFile(name, 0);
      walk(path, name, attributes);
      if (link && !path.toRealPath().equals(target)) {
        throw replaced(path);
      }
    } else {
      byte[] data = readable(path, name, attributes, link);
      budget.takeFile(name, data.length);
      files.add(new ChartFile(name, data));
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

  /** Where a link leads, which is refused where none may. */
  private Path target(Path path, String name) throws IOException {
    Path real = path.toRealPath();
    if (!real.startsWith(linksWithin)) {
      throw unreadable(name, "symbolic link " + path + " leads out of the chart, to " + real, null);
    }
    return real;
  }

  private byte[] readable(Path path, String name, BasicFileAttributes attributes, boolean link) {
    try {
      return content(path, name, attributes, link);
    } catch (IOException e) {
      throw unreadable(
          name,
          "error reading " + name + ": " + FileErrors.describe("open", path.toString(), e),
          e);
    }
  }

  /** Reads one of the files that somebody asks for by name. */
  private byte[] ownFile(Path path, String name) throws IOException {
    boolean link = Files.isSymbolicLink(path);
    BasicFileAttributes attributes =
        link
            ? targetAttributes(path, name)
            : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return content(path, name, attributes, link);
  }

  /**
   * Reads a file as it was when it was opened, however large it has become since. A link is
   * followed before that, so that it cannot lead elsewhere once it was looked at.
   */
  private byte[] content(Path path, String name, BasicFileAttributes attributes, boolean link)
      throws IOException {
    Path real = link ? target(path, name) : path;
    if (attributes.isOther()) {
      throw unreadable(
          path.toString(),
          "cannot load irregular file " + path + " as it has file mode type bits set",
          null);
    }
    try (RealFile file = RealFile.open(real, LinkOption.NOFOLLOW_LINKS)) {
      if (file.size() > budget.fileBytes()) {
        throw LoadBudget.exceeded(
            Limit.FILE_BYTES,
            name,
            "chart file \""
                + path.getFileName()
                + "\" is larger than the maximum file size "
                + budget.fileBytes());
      }
      return withoutByteOrderMark(file.upTo((int) file.size()));
    }
  }

  private static ChartFileException replaced(Path path) {
    return unreadable(path.toString(), path + " was replaced while it was read", null);
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
    return new ChartFileException(
        Diagnostic.Kind.CHART, Visible.name(message), new Position(name, 0, 0), cause);
  }
}
