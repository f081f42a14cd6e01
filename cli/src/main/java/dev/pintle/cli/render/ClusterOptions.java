package dev.pintle.cli.render;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.GoFlags;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strconv.GoQuotes;
import picocli.CommandLine.Option;

/**
 * The flags that say whether a cluster is asked. There is none, so what would need one is refused.
 */
final class ClusterOptions {

  @Option(
      names = "--dry-run",
      paramLabel = "string[=\"unset\"]",
      arity = "0..1",
      fallbackValue = "unset",
      description =
          "simulates the operation. Must be \"client\": \"server\" needs a cluster (default"
              + " \"client\")")
  private String dryRun = "client";

  @Option(
      names = "--validate",
      hidden = true,
      description = GoFlags.DEPRECATED + "use '--dry-run=server' instead")
  private boolean validate;

  /**
   * Refuses what needs a cluster.
   *
   * @throws PintleException with Helm's message for a value that it does not know either
   */
  void check(Console console) {
    String mode = validate ? "server" : dryRun;
    switch (mode) {
      case "client" -> {}
      case "unset" ->
          console.warn("--dry-run is deprecated and should be replaced with '--dry-run=client'");
      case "true", "1", "t", "T", "TRUE", "True" ->
          console.warn(
              "boolean '--dry-run="
                  + mode
                  + "' flag is deprecated and must be replaced with '--dry-run=client'");
      case "server" ->
          throw refused("--dry-run=server needs a cluster, which 'pintle template' does not ask");
      case "none", "false", "0", "f", "F", "FALSE", "False" ->
          throw refused(
              "invalid dry-run value ("
                  + GoQuotes.quote(mode)
                  + "). Must be \"server\" or \"client\"");
      default ->
          throw refused(
              "invalid dry-run value ("
                  + GoQuotes.quote(mode)
                  + "). Must be \"none\", \"server\", or \"client\"");
    }
  }

  private static PintleException refused(String message) {
    return new PintleException(Diagnostic.Kind.VALUES, message);
  }
}
