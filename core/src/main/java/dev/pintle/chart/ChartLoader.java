package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.file.GivenFile;
import dev.pintle.file.RealFile;
import dev.pintle.go.gzip.GzipStream;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads charts from directories and from archives, with Helm 4.2.4's rules and messages. Immutable,
 * safe for use by several threads.
 *
 * <p>Unlike Helm, it refuses links that lead out of the chart, and archive entries with absolute
 * names.
 */
public final class ChartLoader {

  private static final String NOT_LOADED = "unable to load chart archive";

  private final Limits limits;
  private final Path linksWithin;

  private ChartLoader(Limits limits, Path linksWithin) {
    this.limits = limits;
    this.linksWithin = linksWithin;
  }

  /** A loader with Helm's limits. */
  public static ChartLoader standard() {
    return with(Limits.defaults());
  }

  /** A loader with other limits. */
  public static ChartLoader with(Limits limits) {
    return new ChartLoader(limits, null);
  }

  /**
   * The same for charts whose symbolic links may lead anywhere in that directory, such as the root
   * of the repository that holds them; by default they must stay in the chart.
   */
  public ChartLoader linksWithin(Path directory) {
    return new ChartLoader(limits, directory);
  }

  /**
   * Loads a chart.
   *
   * @param path a directory, or a {@code .tgz} file
   * @throws PintleException if it is no chart, or not a good one; with Helm's message
   */
  public Chart load(Path path) {
    return load(path, new LoadBudget(limits));
  }

  /**
   * Loads a chart as a part of more work, whose limits apply.
   *
   * @param path a directory, or a {@code .tgz} file
   * @param budget counts what loading takes
   * @throws PintleException if it is no chart, or not a good one; with Helm's message
   */
  public Chart load(Path path, Budget budget) {
    return load(path, new LoadBudget(budget));
  }

  private Chart load(Path path, LoadBudget budget) {
    try {
      return Files.isDirectory(path) ? loadDirectory(path, budget) : loadFile(path, budget);
    } catch (ChartFileException e) {
      throw e.toPintleException();
    }
  }

  /**
   * Loads a chart from the bytes of an archive.
   *
   * @param name how the user knows it, for messages
   * @throws PintleException if it is no chart, or not a good one; with Helm's message
   */
  public Chart loadArchive(byte[] archive, String name) {
    try {
      LoadBudget budget = new LoadBudget(limits);
      return fromArchive(ChartArchive.read(archive, name, budget), budget);
    } catch (ChartFileException e) {
      throw e.toPintleException();
    }
  }

  /** Like Helm, looks at the description first, whatever {@code .helmignore} says of it. */
  private Chart loadDirectory(Path path, LoadBudget budget) {
    ChartDirectory directory = ChartDirectory.open(path, linksWithin, budget);
    ChartYaml.Content description =
        ChartYaml.read(directory.description(), "Chart.yaml", budget.steps());
    checkApiVersion(description);
    return installable(ChartAssembly.assemble(directory.files(), description, budget), description);
  }

  /**
   * One file of a chart's directory by itself, as it stands there, by the rules for all of them: it
   * is a file, not too large, and no link leads out of the chart to it.
   *
   * @param name its path in the chart
   * @throws PintleException if it may not be read
   * @throws IOException if it cannot be read
   */
  public byte[] read(Path chart, String name) throws IOException {
    try {
      return ChartDirectory.open(chart, linksWithin, new LoadBudget(limits)).file(name);
    } catch (ChartFileException e) {
      throw e.toPintleException();
    }
  }

  private static Chart loadFile(Path path, LoadBudget budget) {
    Limits limits = budget.steps().limits();
    String name = path.toAbsolutePath().normalize().toString();
    byte[] data;
    try {
      checkIsArchive(GivenFile.head(path, ContentType.LOOKED_AT, limits), name);
      data = GivenFile.isStream(path) ? null : RealFile.read(path, limits, Limit.CHART_BYTES);
    } catch (IOException e) {
      throw archiveFault(
          e instanceof NoSuchFileException
              ? FileErrors.describe("stat", path.toString(), e)
              : FileErrors.describe("open", name, e),
          name,
          e);
    }
    if (data == null) { // Helm reads its beginning twice, which can be done with files only
      throw archiveFault("a chart is a directory or a file, not a device or pipe", name, null)
          .shortenedTo(NOT_LOADED);
    }
    List<ChartFile> files;
    try {
      files = ChartArchive.read(data, name, budget);
    } catch (ChartFileException e) {
      if (e.getMessage().equals(GzipStream.NO_GZIP)) {
        throw e.withMessage(
            "file '"
                + name
                + "' does not appear to be a valid chart file (details: "
                + e.getMessage()
                + ")");
      }
      throw e.shortenedTo(NOT_LOADED); // Helm keeps to itself what is wrong with the archive
    }
    return fromArchive(files, budget);
  }

  private static ChartFileException archiveFault(String message, String name, IOException cause) {
    return new ChartFileException(
        Diagnostic.Kind.ARCHIVE, message, new Position(name, 0, 0), cause);
  }

  private static Chart fromArchive(List<ChartFile> files, LoadBudget budget) {
    ChartFile file =
        files.stream()
            .filter(f -> f.name().equals("Chart.yaml"))
            .findFirst()
            .orElseThrow(
                () ->
                    new ChartFileException(
                        "Chart.yaml", 0, "unable to detect chart version, no Chart.yaml found"));
    ChartYaml.Content description = ChartYaml.read(file, "Chart.yaml", budget.steps());
    checkApiVersion(description);
    return installable(ChartAssembly.assemble(files, description, budget), description);
  }

  private static void checkIsArchive(byte[] data, String name) {
    String type = ContentType.of(data);
    if (type.equals("application/x-gzip") || ChartArchive.isGzip(data)) {
      return;
    }
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    throw archiveFault(
        yaml
            ? "file '" + name + "' seems to be a YAML file, but expected a gzipped archive"
            : "file '" + name + "' does not appear to be a gzipped archive; got '" + type + "'",
        name,
        null);
  }

  private static void checkApiVersion(ChartYaml.Content description) {
    switch (ChartYaml.apiVersion(description)) {
      case "", "v1", "v2", "v3" -> {
        // These are read alike.
      }
      default -> throw new ChartFileException("Chart.yaml", 0, "unsupported chart version");
    }
  }

  /** Helm loads charts of version 3, with all that it finds wrong in them, but installs none. */
  private static Chart installable(Chart chart, ChartYaml.Content description) {
    if (ChartYaml.apiVersion(description).equals("v3")) {
      throw new ChartFileException("Chart.yaml", 0, "invalid chart apiVersion");
    }
    return chart;
  }
}
