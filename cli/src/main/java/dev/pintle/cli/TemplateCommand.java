package dev.pintle.cli;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import dev.pintle.render.RenderException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pintle template}: prints what {@code helm template} prints. */
@Command(
    name = "template",
    header = "locally render templates",
    customSynopsis = "pintle template [NAME] [CHART] [flags]",
    description = {
      "Render chart templates locally and display the output.",
      "",
      "Any values that would normally be looked up or retrieved in-cluster will be",
      "faked locally. Additionally, none of the server-side testing of chart validity",
      "(e.g. whether an API is supported) is done.",
      "",
      "To specify the Kubernetes API versions used for Capabilities.APIVersions, use",
      "the '--api-versions' flag. This flag can be specified multiple times or as a",
      "comma-separated list:",
      "",
      "    $ pintle template --api-versions networking.k8s.io/v1 --api-versions cert-manager.io/v1"
          + " mychart ./mychart",
      "",
      "or",
      "",
      "    $ pintle template --api-versions networking.k8s.io/v1,cert-manager.io/v1 mychart ./mychart"
    })
final class TemplateCommand implements Callable<Integer> {

  @Mixin private HelpOption help;
  @Mixin private ReleaseOptions releaseOptions;
  @Mixin private ValuesOptions valuesOptions;
  @Mixin private ReproducibleOptions reproducibleOptions;
  @Mixin private ClusterOptions clusterOptions;
  @Mixin private RepositoryOptions repositoryOptions;

  @Option(
      names = {"-s", "--show-only"},
      paramLabel = "stringArray",
      description = "only show manifests rendered from the given templates")
  private List<String> showOnly = new ArrayList<>();

  @Option(
      names = "--output-dir",
      paramLabel = "string",
      description = "writes the executed templates to files in output-dir instead of stdout")
  private Path outputDir;

  @Option(names = "--release-name", description = "use release name in the output-dir path.")
  private boolean releaseNameInPath;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (arguments.isEmpty()) {
      console.err(
          "Error: \"pintle template\" requires at least 1 argument\n\n"
              + "Usage:  pintle template [NAME] [CHART] [flags]\n");
      return 1;
    }
    clusterOptions.check();
    String name = releaseOptions.name(arguments);
    Path path = ChartPath.locate(arguments.get(arguments.size() - 1), repositoryOptions);
    ReleaseRequest request =
        ReleaseRequest.of(
            builder -> {
              builder.name(name);
              releaseOptions.addTo(builder);
              valuesOptions.addTo(builder, console);
            });
    Chart chart = ChartLoader.standard().load(path);
    try {
      Pintle.Builder pintle = Pintle.builder();
      reproducibleOptions.addTo(pintle);
      print(pintle.build().render(chart, request));
      return 0;
    } catch (RenderException e) {
      if (releaseOptions.isDebug()) {
        console.out(e.rendered());
      }
      throw e;
    }
  }

  private void print(Release release) {
    release
        .warnings()
        .forEach(warning -> console.err("level=WARN msg=\"" + warning.message() + "\"\n"));
    if (outputDir != null) {
      Path directory = releaseNameInPath ? outputDir.resolve(release.name()) : outputDir;
      OutputDirectory.write(release, outputDir, directory, console);
      return;
    }
    String manifest = release.manifest();
    if (showOnly.isEmpty()) {
      console.out(manifest);
      return;
    }
    for (String pattern : showOnly) {
      List<String> documents = ShowOnly.matching(manifest, pattern);
      if (documents.isEmpty()) {
        throw new PintleException(
            Diagnostic.Kind.VALUES, "could not find template " + pattern + " in chart");
      }
      documents.forEach(document -> console.out("---\n" + document + "\n"));
    }
  }
}
