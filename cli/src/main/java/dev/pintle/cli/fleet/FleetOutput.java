package dev.pintle.cli.fleet;

import dev.pintle.cli.console.ErrorReport;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.strings.GoStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where {@code fleet render} writes what it made of each release; what an earlier run left of the
 * same release goes. Safe for use by several threads, each with releases of its own.
 */
final class FleetOutput {

  private static final String RENDERED = ".yaml";
  private static final String FAILED = ".err";
  private static final String WARNINGS = ".warn";

  private final Path directory;

  FleetOutput(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
  }

  /** Writes the manifest of a release, and its warnings if there are any; gives its length. */
  long rendered(String id, String manifest, List<Diagnostic> warnings) throws IOException {
    long bytes = write(id + RENDERED, manifest);
    delete(id + FAILED);
    if (warnings.isEmpty()) {
      delete(id + WARNINGS);
    } else {
      write(id + WARNINGS, ErrorReport.ofWarnings(warnings));
    }
    return bytes;
  }

  /** Writes why there is no manifest; gives the length of that. */
  long failed(String id, String error) throws IOException {
    delete(id + RENDERED);
    delete(id + WARNINGS);
    return write(id + FAILED, error);
  }

  private long write(String file, String text) throws IOException {
    byte[] bytes = GoStrings.toBytes(text);
    Files.write(directory.resolve(file), bytes);
    return bytes.length;
  }

  private void delete(String file) throws IOException {
    Files.deleteIfExists(directory.resolve(file));
  }
}
