package dev.pintle.cli;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.values.GoQuotes;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Flags that a rendering accepts because scripts pass them to Helm, and that change nothing while
 * there is no cluster. What would need one is refused.
 */
final class ClusterOptions {

  @Option(
      names = "--dry-run",
      paramLabel = "string",
      arity = "0..1",
      fallbackValue = "unset",
      description =
          "simulates the operation either client-side or server-side. Must be either: \"client\","
              + " or \"server\". Only \"client\" is possible without a cluster. (default"
              + " \"client\")")
  private String dryRun = "client";

  @Option(names = "--kubeconfig", paramLabel = "string", hidden = true)
  private String kubeconfig;

  @Option(names = "--kube-context", paramLabel = "string", hidden = true)
  private String kubeContext;

  @Option(names = "--create-namespace", hidden = true)
  private boolean createNamespace;

  @Option(names = "--disable-openapi-validation", hidden = true)
  private boolean disableOpenApiValidation;

  @Option(names = "--description", paramLabel = "string", hidden = true)
  private String description;

  @Option(names = "--timeout", paramLabel = "duration", hidden = true)
  private String timeout;

  @Option(names = "--wait", arity = "0..1", fallbackValue = "watcher", hidden = true)
  private String wait;

  @Option(names = "--wait-for-jobs", hidden = true)
  private boolean waitForJobs;

  @Option(
      names = {"--rollback-on-failure", "--atomic"},
      hidden = true)
  private boolean rollbackOnFailure;

  @Option(
      names = {"--force-replace", "--force"},
      hidden = true)
  private boolean forceReplace;

  @Option(names = "--force-conflicts", hidden = true)
  private boolean forceConflicts;

  @Option(names = "--take-ownership", hidden = true)
  private boolean takeOwnership;

  @Option(names = "--replace", hidden = true)
  private boolean replace;

  @Option(names = "--server-side", hidden = true)
  private boolean serverSide;

  @Option(names = "--hide-notes", hidden = true)
  private boolean hideNotes;

  @Option(names = "--render-subchart-notes", hidden = true)
  private boolean renderSubchartNotes;

  @Option(
      names = {"-l", "--labels"},
      paramLabel = "stringToString",
      hidden = true)
  private List<String> labels;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "string",
      hidden = true)
  private String color;

  @Option(names = "--validate", hidden = true)
  private boolean validate;

  /**
   * Refuses what needs a cluster.
   *
   * @throws PintleException with Helm's message for a value that it does not know either
   */
  void check() {
    String mode = validate ? "server" : dryRun;
    switch (mode) {
      case "client", "unset", "true", "1", "t", "T", "TRUE", "True" -> {}
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
