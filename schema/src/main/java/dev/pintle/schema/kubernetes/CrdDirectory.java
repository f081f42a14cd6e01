package dev.pintle.schema.kubernetes;

import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.file.FileTree;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the files of a directory with definitions of custom resources. */
final class CrdDirectory {

  private CrdDirectory() {}

  /**
   * All YAML and JSON files in a directory and below it, by path; or the one file, if it is one.
   *
   * @throws PintleException if one cannot be read
   */
  static List<ChartFile> read(Path path) {
    FileTree tree = new FileTree(path, Limits.defaults());
    List<ChartFile> files = new ArrayList<>();
    for (Path file : files(tree, path)) {
      try {
        files.add(new ChartFile(file.toString(), tree.read(file)));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return files;
  }

  private static List<Path> files(FileTree tree, Path path) {
    try {
      return tree.files(CrdDirectory::isManifest);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static boolean isManifest(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static PintleException unreadable(Path path, IOException cause) {
    return new PintleException(
        Diagnostic.Kind.SCHEMA, FileErrors.describe("open", path.toString(), cause));
  }
}
