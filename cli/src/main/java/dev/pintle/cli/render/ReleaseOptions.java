package dev.pintle.cli.render;

import dev.pintle.release.ReleaseRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say what release is asked for, besides its values. */
final class ReleaseOptions {

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "string",
      description = "namespace scope for this request")
  private String namespace;

  @Mixin private NameOptions nameOptions;

  @Option(
      names = "--kube-version",
      paramLabel = "string",
      description = "Kubernetes version used for Capabilities.KubeVersion")
  private String kubeVersion;

  @Option(
      names = {"-a", "--api-versions"},
      paramLabel = "strings",
      description =
          "Kubernetes api versions used for Capabilities.APIVersions (multiple can be specified)")
  private List<String> apiVersions = new ArrayList<>();

  @Option(
      names = "--is-upgrade",
      description = "set .Release.IsUpgrade instead of .Release.IsInstall")
  private boolean isUpgrade;

  @Option(names = "--include-crds", description = "include CRDs in the templated output")
  private boolean includeCrds;

  @Option(
      names = "--skip-crds",
      description =
          "if set, no CRDs will be installed. By default, CRDs are installed if not already present")
  private boolean skipCrds;

  @Option(names = "--skip-tests", description = "skip tests from templated output")
  private boolean skipTests;

  @Option(names = "--no-hooks", description = "prevent hooks from running during install")
  private boolean noHooks;

  @Option(
      names = "--skip-schema-validation",
      description = "if set, disables JSON schema validation")
  private boolean skipSchemaValidation;

  @Option(names = "--enable-dns", description = "enable DNS lookups when rendering templates")
  private boolean enableDns;

  @Option(names = "--debug", description = "enable verbose output")
  private boolean debug;

  boolean isDebug() {
    return debug;
  }

  /** The release's name; there is one if none is given, so that Helm never generates any here. */
  String name(List<String> arguments) {
    String name = nameOptions.name(arguments);
    return name == null ? "release-name" : name;
  }

  void addTo(ReleaseRequest.Builder request) {
    if (namespace != null && !namespace.isEmpty()) {
      request.namespace(namespace);
    }
    if (kubeVersion != null && !kubeVersion.isEmpty()) {
      request.kubeVersion(kubeVersion);
    }
    request
        .apiVersions(apiVersions)
        .isUpgrade(isUpgrade)
        .includeCrds(includeCrds)
        .skipTests(skipTests)
        .noHooks(noHooks)
        .skipSchemaValidation(skipSchemaValidation)
        .enableDns(enableDns);
  }
}
