package dev.pintle.cli.render;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strconv.GoQuotes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the chart that a command names. */
public final class ChartPath {

  private ChartPath() {}

  /**
   * A chart's path, which exists.
   *
   * @throws PintleException with Helm's message if there is nothing, or a clear one if more is
   *     asked for than a local chart
   */
  public static Path locate(String argument, UnsupportedOptions options) {
    String refusal = options.refusal();
    if (refusal != null) {
      throw notLocal(refusal);
    }
    String name = argument.strip();
    try {
      Path path = Path.of(name);
      if (Files.exists(path)) {
        return path;
      } else if (path.isAbsolute() || name.startsWith(".")) {
        throw notLocal("path " + GoQuotes.quote(name) + " not found");
      }
    } catch (InvalidPathException e) {
      throw notLocal("path " + GoQuotes.quote(name) + " not found");
    }
    throw notLocal(
        "path "
            + GoQuotes.quote(name)
            + " not found; charts of repositories are not supported yet");
  }

  private static PintleException notLocal(String message) {
    return new PintleException(Diagnostic.Kind.CHART, message);
  }
}
