package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.file.RealFile;
import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.release.manifest.ReleaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a release's files are: {@code ROOT/NAMESPACE/RELEASE}. */
final class ReleaseDirectory {

  private static final LinearPattern NAMESPACE =
      LinearPattern.of("[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?");

  private final Path root;
  private final Path directory;
  private final String key;

  /**
   * The directory of a release.
   *
   * @throws ApplyException if one of them can be no directory's name, or leads elsewhere
   */
  ReleaseDirectory(Path root, String namespace, String name) {
    if (!isNamespace(namespace)) {
      throw new ApplyException(Reason.REFUSED, "\"" + namespace + "\" is no name of a namespace");
    }
    if (!ReleaseName.isValid(name)) {
      throw new ApplyException(Reason.REFUSED, "release name is invalid: " + name);
    }
    this.root = root;
    this.directory = OwnFiles.in(root, namespace + "/" + name);
    this.key = ".pintle-" + namespace + "-" + name;
  }

  /** All releases under a root that have an index, by namespace and name. */
  static List<ReleaseDirectory> all(Path root) throws IOException {
    List<ReleaseDirectory> found = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.find(root, 3, (path, file) -> isIndex(root, path))) {
        for (Path index : files.sorted().toList()) {
          Path directory = index.getParent();
          String namespace = directory.getParent().getFileName().toString();
          String name = directory.getFileName().toString();
          if (isNamespace(namespace) && ReleaseName.isValid(name)) { // else it is none of ours
            found.add(new ReleaseDirectory(root, namespace, name));
          }
        }
      }
    }
    return found;
  }

  private static boolean isNamespace(String text) {
    return NAMESPACE.matches(text);
  }

  private static boolean isIndex(Path root, Path path) {
    return path.getFileName().toString().equals(ReleaseIndex.FILE)
        && root.relativize(path).getNameCount() == 3
        && !root.relativize(path).startsWith(".git");
  }

  Path path() {
    return directory;
  }

  /** Where a change is prepared: in the same file system, and outside of what is read. */
  private Path stage() {
    return OwnFiles.in(root, key);
  }

  /** Something that is done while nobody else works on the release. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does something while others are kept away, after what somebody has left is brought to an end.
   *
   * @throws ApplyException if somebody else works on the release, or files cannot be written
   */
  <T> T locked(Work<T> work) {
    return doing(
        directory,
        () -> {
          Files.createDirectories(root);
          DirectoryLock lock = DirectoryLock.take(root.resolve(key + ".lock"));
          try {
            StagedChange.recover(directory, stage());
            return work.run();
          } finally {
            lock.close();
          }
        });
  }

  /**
   * Does something with files.
   *
   * @throws ApplyException if that fails
   */
  static <T> T doing(Path path, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new ApplyException(Reason.FAILED, FileErrors.describe("write", path.toString(), e));
    }
  }

  StagedChange change() {
    return new StagedChange(directory, stage());
  }

  /** What the directory holds, if it holds a release. */
  Optional<ReleaseIndex> index() throws IOException {
    Path file = OwnFiles.in(directory, ReleaseIndex.FILE);
    return Files.exists(file)
        ? Optional.of(ReleaseIndex.read(read(file), file.toString()))
        : Optional.empty();
  }

  /** The text of a file, or null if there is none. */
  String text(String name) throws IOException {
    Path file = OwnFiles.in(directory, name);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : null;
  }

  private static String read(Path file) throws IOException {
    return GoStrings.fromBytes(RealFile.read(file, Limits.defaults(), Limit.INPUT_BYTES));
  }

  ReleaseRecord record(ReleaseIndex index) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : index.files()) {
      String text = text(name);
      if (text != null) {
        texts.put(name, text);
      }
    }
    return index.record(
        texts, Files.getLastModifiedTime(directory.resolve(ReleaseIndex.FILE)).toInstant());
  }
}
