package dev.pintle.cli.lint;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.render.LimitsOption;
import dev.pintle.cli.render.ValuesOptions;
import dev.pintle.cli.render.WarnOption;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import dev.pintle.render.Pintle;
import dev.pintle.render.lint.ChartLinter;
import dev.pintle.render.lint.LintRequest;
import dev.pintle.schema.JsonSchemaValuesValidator;
import dev.pintle.schema.kubernetes.KubernetesSchemas;
import dev.pintle.validate.ReleaseValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle lint}: what {@code helm lint} says and, if asked, more. */
@Command(
    name = "lint",
    header = "examine a chart for possible issues",
    customSynopsis = "pintle lint PATH [flags]",
    description = {
      "This command takes a path to a chart and runs a series of tests to verify that",
      "the chart is well-formed.",
      "",
      "If the linter encounters things that will cause the chart to fail installation,",
      "it will emit [ERROR] messages. If it encounters issues that break with convention",
      "or recommendation, it will emit [WARNING] messages.",
      "",
      "Without --kubernetes-schemas and --warn the findings and the verdict are Helm's."
    })
public final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private ValuesOptions valuesOptions;
  @Mixin private LimitsOption limitsOption;
  @Mixin private WarnOption warnOption;

  @Option(names = "--strict", description = "fail on lint warnings")
  private boolean strict;

  @Option(names = "--with-subcharts", description = "lint dependent charts")
  private boolean withSubcharts;

  @Option(names = "--quiet", description = "print only warnings and errors")
  private boolean quiet;

  @Option(
      names = "--skip-schema-validation",
      description = "if set, disables JSON schema validation")
  private boolean skipSchemaValidation;

  @Option(
      names = "--kube-version",
      paramLabel = "string",
      description = "Kubernetes version used for capabilities and deprecation checks")
  private String kubeVersion = "";

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "string",
      description = "namespace scope for this request")
  private String namespace = "";

  @Option(names = "--debug", hidden = true)
  private boolean debug;

  @Option(
      names = "--kubernetes-schemas",
      paramLabel = "string[=\"auto\"]",
      arity = "0..1",
      fallbackValue = "auto",
      description =
          "check rendered objects strictly against the API of a Kubernetes version: 1.30 to 1.35;"
              + " \"auto\" is that of --kube-version, or the newest")
  private String kubernetesSchemas = "";

  @Option(
      names = "--crds",
      paramLabel = "stringArray",
      description =
          "directory or file with definitions of custom resources for --kubernetes-schemas (can"
              + " specify multiple)")
  private List<Path> crds = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "format",
      description = "prints the findings in the specified format: text, sarif, junit")
  private String output = "text";

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireAtLeastOne(spec, arguments);
    LintReport report = report();
    Limits limits = limitsOption.get();
    LintRequest request =
        LintRequest.of(
            builder -> {
              if (!kubeVersion.isEmpty()) {
                builder.kubeVersion(kubeVersion);
              }
              if (!namespace.isEmpty()) {
                builder.namespace(namespace);
              }
              builder
                  .limits(limits)
                  .skipSchemaValidation(skipSchemaValidation)
                  .warn(warnOption.isGiven());
              valuesOptions.addTo(builder, console);
            });
    ChartLinter linter =
        new ChartLinter(
            Pintle.builder().limits(limits).build(),
            new JsonSchemaValuesValidator(),
            releaseValidators());
    List<LintedPath> linted =
        paths().map(path -> new LintedPath(path, linter.lint(Path.of(path), request))).toList();
    if (output.equalsIgnoreCase("text")) {
      console.out(report.of(linted));
    } else {
      console.document(report.of(linted));
    }
    return verdict(linted);
  }

  private LintReport report() {
    return switch (output.toLowerCase(Locale.ROOT)) {
      case "text" -> new LintText(quiet);
      case "sarif" -> new SarifReport();
      case "junit" -> new JUnitReport(strict);
      default ->
          throw new PintleException(
              Diagnostic.Kind.VALUES,
              "invalid output format " + output + ": must be text, sarif or junit");
    };
  }

  private List<ReleaseValidator> releaseValidators() {
    if (kubernetesSchemas.isEmpty()) {
      return List.of();
    }
    KubernetesSchemas schemas;
    if (!kubernetesSchemas.equals("auto")) {
      schemas = KubernetesSchemas.version(kubernetesSchemas);
    } else {
      schemas =
          kubeVersion.isEmpty()
              ? KubernetesSchemas.newest()
              : KubernetesSchemas.version(kubeVersion);
    }
    schemas = schemas.strict();
    for (Path path : crds) {
      schemas = schemas.withCrds(path);
    }
    return List.of(schemas);
  }

  /** The charts to lint; with their subcharts if asked, but not those of subcharts again. */
  private Stream<String> paths() {
    return withSubcharts
        ? Stream.concat(arguments.stream(), arguments.stream().flatMap(LintCommand::subcharts))
        : arguments.stream();
  }

  private static Stream<String> subcharts(String chart) {
    Path charts = Path.of(chart, "charts");
    if (!Files.isDirectory(charts)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.walk(charts)) {
      return all.sorted().toList().stream()
          .filter(LintCommand::isChart)
          .map(path -> path.endsWith("Chart.yaml") ? path.getParent() : path)
          .map(Path::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isChart(Path path) {
    String name = path.getFileName().toString();
    return name.equals("Chart.yaml") || name.endsWith(".tgz") || name.endsWith(".tar.gz");
  }

  private int verdict(List<LintedPath> linted) {
    long failed = linted.stream().filter(chart -> chart.result().hasFailed(strict)).count();
    String summary = linted.size() + " chart(s) linted, " + failed + " chart(s) failed";
    if (failed > 0) {
      console.err("Error: " + summary + "\n");
      return 1;
    }
    boolean silent = quiet && linted.stream().noneMatch(c -> c.result().hasWarningsOrErrors());
    if (output.equals("text") && !silent) {
      console.out(summary + "\n");
    }
    return 0;
  }
}
