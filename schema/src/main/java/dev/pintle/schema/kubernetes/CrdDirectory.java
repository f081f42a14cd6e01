package dev.pintle.schema.kubernetes;

import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.FileErrors;
import dev.pintle.diagnostic.PintleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the files of a directory with definitions of custom resources. */
final class CrdDirectory {

  private CrdDirectory() {}

  /**
   * All YAML and JSON files in a directory and below it, by path; or the one file, if it is one.
   *
   * @throws PintleException if one cannot be read
   */
  static List<ChartFile> read(Path path) {
    List<ChartFile> files = new ArrayList<>();
    for (Path file : files(path)) {
      try {
        files.add(new ChartFile(file.toString(), Files.readAllBytes(file)));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return files;
  }

  private static List<Path> files(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.equals(path) || isManifest(file))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
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
