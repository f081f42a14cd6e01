package dev.pintle.cli;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.function.StandardFunctions;
import dev.pintle.render.gotemplate.GoTemplateEngine;
import dev.pintle.template.Execution;
import dev.pintle.template.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say what release is asked for, besides its values. */
final class ReleaseOptions {

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "string",
      description = "namespace scope for this request")
  private String namespace;

  @Option(
      names = {"-g", "--generate-name"},
      description = "generate the name (and omit the NAME parameter)")
  private boolean generateName;

  @Option(
      names = "--name-template",
      paramLabel = "string",
      description = "specify template used to name the release")
  private String nameTemplate = "";

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

  /** The release's name, by Helm's rules for the arguments of {@code helm template}. */
  String name(List<String> arguments) {
    if (arguments.size() > 2) {
      throw usage(
          "expected at most two arguments, unexpected arguments: "
              + String.join(", ", arguments.subList(2, arguments.size())));
    } else if (arguments.size() == 2) {
      if (generateName) {
        throw usage("cannot set --generate-name and also specify a name");
      } else if (!nameTemplate.isEmpty()) {
        throw usage("cannot set --name-template and also specify a name");
      }
      return arguments.get(0);
    } else if (!nameTemplate.isEmpty()) {
      TemplateSource source = new TemplateSource("name-template", nameTemplate);
      return new GoTemplateEngine(StandardFunctions.all())
          .compile(List.of(source))
          .start(Execution.standard())
          .render(source.name(), null);
    }
    // Helm's template command has a name for a release without one, so it never generates any.
    return "release-name";
  }

  private static PintleException usage(String message) {
    return new PintleException(Diagnostic.Kind.VALUES, message);
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
