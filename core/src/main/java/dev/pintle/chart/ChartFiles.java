package dev.pintle.chart;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.file.RealFile;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of an archive in a directory of their own, which goes when this is closed. */
public final class ChartFiles implements AutoCloseable {

  private final Path directory;

  private ChartFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Unpacks an archive.
   *
   * @param limits what it may hold
   * @throws PintleException if it is none, or would lead out of its directory
   * @throws IOException if it cannot be read, or there is no room to write to
   */
  public static ChartFiles unpack(Path archive, Limits limits) throws IOException {
    byte[] data = RealFile.read(archive, limits, Limit.CHART_BYTES);
    LoadBudget budget = new LoadBudget(limits);
    List<ChartFile> files;
    try {
      files = ChartArchive.read(data, archive.toString(), budget);
    } catch (ChartFileException e) {
      throw e.toPintleException();
    }
    ChartFiles unpacked = new ChartFiles(Files.createTempDirectory("pintle-chart"));
    try {
      for (ChartFile file : files) {
        Path target = unpacked.directory.resolve(file.name());
        Files.createDirectories(target.getParent());
        Files.write(target, file.data());
      }
      return unpacked;
    } catch (IOException | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }

  /** The chart's directory. */
  public Path directory() {
    return directory;
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
