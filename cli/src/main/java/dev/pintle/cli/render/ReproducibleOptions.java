package dev.pintle.cli.render;

import dev.pintle.cli.flag.UsageError;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.Pintle;
import dev.pintle.template.ClusterReader;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Option;

/**
 * The flags that make a rendering repeatable: what is random, what time it is, and what a cluster
 * would answer. Helm has none of them.
 */
public final class ReproducibleOptions {

  @Option(
      names = "--seed",
      paramLabel = "int",
      description =
          "make random functions (randAlphaNum, uuidv4, genCA ...) give the same values on every"
              + " run; not for real secrets")
  private Long seed;

  @Option(
      names = "--now",
      paramLabel = "time",
      description =
          "the time that date functions and certificates see, such as 2026-01-31T12:00:00Z")
  private String now;

  @Option(
      names = "--lookup-from",
      paramLabel = "directory",
      description = "answer the lookup function from the YAML and JSON files of a directory")
  private Path lookupFrom;

  /**
   * Passes the flags on.
   *
   * @throws PintleException if one has no good value
   */
  public void addTo(Pintle.Builder pintle) {
    if (seed != null) {
      pintle.seed(seed);
    }
    if (now != null) {
      OffsetDateTime time = time();
      pintle.clock(time::toInstant, time.getOffset());
    }
    if (lookupFrom != null) {
      pintle.cluster(ClusterReader.recorded(lookupFrom));
    }
  }

  private OffsetDateTime time() {
    try {
      return OffsetDateTime.parse(now);
    } catch (DateTimeParseException e) {
      String message =
          UsageError.aboutFlag("--now", now, "not a time such as 2026-01-31T12:00:00Z");
      throw new PintleException(message, Diagnostic.of(Diagnostic.Kind.VALUES, message, null), e);
    }
  }
}
