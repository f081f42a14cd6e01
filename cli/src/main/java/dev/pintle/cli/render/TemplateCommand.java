package dev.pintle.cli.render;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limits;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "    $ pintle template --api-versions networking.k8s.io/v1,cert-manager.io/v1 mychart"
          + " ./mychart"
    })
public final class TemplateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private ReleaseOptions releaseOptions;
  @Mixin private ValuesOptions valuesOptions;
  @Mixin private ReproducibleOptions reproducibleOptions;
  @Mixin private EngineOption engineOption;
  @Mixin private ClusterOptions clusterOptions;
  @Mixin private LimitsOption limitsOption;
  @Mixin private WarnOption warnOption;
  @Mixin private UnsupportedOptions unsupportedOptions;

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

  public TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireAtLeastOne(spec, arguments);
    clusterOptions.check(console);
    Limits limits = limitsOption.get();
    String name = releaseOptions.name(arguments);
    Path path = ChartPath.locate(arguments.get(arguments.size() - 1), unsupportedOptions);
    ReleaseRequest request =
        ReleaseRequest.of(
            builder -> {
              builder.name(name).limits(limits).warn(warnOption.isGiven());
              releaseOptions.addTo(builder);
              valuesOptions.addTo(builder, console);
            });
    Chart chart = ChartLoader.with(limits).load(path);
    try {
      Pintle.Builder pintle = Pintle.builder().limits(limits);
      reproducibleOptions.addTo(pintle);
      engineOption.addTo(pintle);
      print(pintle.build().render(chart, request));
      return 0;
    } catch (RenderException e) {
      if (releaseOptions.isDebug()) {
        List<String> shown = shown(GoStrings.trimSpace(e.rendered()) + "\n", e);
        shown.forEach(console::document);
      }
      throw e;
    }
  }

  private void print(Release release) {
    console.err(ErrorReport.ofWarnings(release.warnings()));
    String manifest;
    if (outputDir == null) {
      manifest = release.manifest();
    } else {
      Path directory = releaseNameInPath ? outputDir.resolve(release.name()) : outputDir;
      OutputDirectory.write(release, outputDir, directory, console);
      manifest = "\n"; // All is in files, so that there is nothing left to pick from either.
    }
    shown(manifest, null).forEach(console::document);
  }

  /**
   * What is printed of a manifest; nothing before all of it is found.
   *
   * @param cause what is wrong with the manifest anyway, or null
   */
  private List<String> shown(String manifest, RenderException cause) {
    if (showOnly.isEmpty()) {
      return List.of(manifest);
    }
    List<String> shown = new ArrayList<>();
    for (String pattern : showOnly) {
      List<String> documents = ShowOnly.matching(manifest, pattern);
      if (documents.isEmpty()) {
        throw cause != null
            ? cause
            : new PintleException(
                Diagnostic.Kind.VALUES, "could not find template " + pattern + " in chart");
      }
      documents.forEach(document -> shown.add("---\n" + document + "\n"));
    }
    return shown;
  }
}
