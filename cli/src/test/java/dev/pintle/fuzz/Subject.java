package dev.pintle.fuzz;

import dev.pintle.cli.Asking;
import dev.pintle.cli.FeatureCase;
import dev.pintle.cli.FeatureCase.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A chart in a directory of its own, which is gone when it is closed. */
final class Subject implements AutoCloseable {

  private final FeatureCase chart;
  private final Path directory;

  Subject(Path parent, String text) throws IOException {
    chart = FeatureCase.of(Path.of("fuzz.txt"), text);
    directory = Files.createTempDirectory(parent, "chart").toRealPath();
    chart.writeFiles(directory);
  }

  Answer pintle() {
    return Asking.pintle(chart.arguments(), directory).essence();
  }

  Answer helm() throws IOException, InterruptedException, TimeoutException {
    return Asking.helm(chart.arguments(), directory).essence();
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
