package dev.pintle.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes charts for tests: a path in the chart, then its content. */
final class ChartFolder {

  static final String CHART_YAML = "apiVersion: v2\nname: app\nversion: 1.0.0\n";

  private final Path directory;

  private ChartFolder(Path directory) {
    this.directory = directory;
  }

  /** An empty directory. */
  static ChartFolder at(Path directory) {
    return new ChartFolder(directory);
  }

  /** A directory with a good {@code Chart.yaml}. */
  static ChartFolder chartAt(Path directory) {
    return at(directory).with("Chart.yaml", CHART_YAML);
  }

  ChartFolder with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  ChartFolder with(String name, byte[] content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ChartFolder withLink(String name, String target) {
    try {
      Path link = directory.resolve(name);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Chart load() {
    return Chart.load(directory);
  }
}
