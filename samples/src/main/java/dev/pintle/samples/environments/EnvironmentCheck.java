package dev.pintle.samples.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import dev.pintle.render.lint.ChartLinter;
import dev.pintle.render.lint.LintMessage;
import dev.pintle.render.lint.LintRequest;
import dev.pintle.schema.JsonSchemaValuesValidator;
import dev.pintle.schema.kubernetes.KubernetesSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the CI job of an environment repository runs for each pull request: renders every release of
 * its fleet file, checks what was rendered against the schemas of the Kubernetes version that it is
 * for, and lints the chart with the values of the release, strictly.
 */
public final class EnvironmentCheck {

  private final Path directory;
  private final Map<Path, Chart> charts = new HashMap<>();

  private EnvironmentCheck(Path directory) {
    this.directory = directory;
  }

  /**
   * How one release went.
   *
   * @param faults what is wrong, each with its place; empty if the release may be merged
   * @param unchecked kinds that no schema is known for
   */
  public record Verdict(String id, int resources, List<String> faults, List<String> unchecked) {}

  /** Checks all releases of a fleet file; none is left out because another one fails. */
  public static List<Verdict> check(Path fleet) throws IOException {
    EnvironmentCheck check = new EnvironmentCheck(fleet.toAbsolutePath().getParent());
    JsonNode file = new YAMLMapper().readTree(Files.readString(fleet));
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode release : file.path("releases")) {
      verdicts.add(check.verdict(release));
    }
    return verdicts;
  }

  private Verdict verdict(JsonNode entry) {
    String id = text(entry, "id");
    String kubeVersion = text(entry, "kubeVersion");
    Pintle pintle =
        Pintle.builder().validator(KubernetesSchemas.version(kubeVersion).strict()).build();
    Path path = directory.resolve(text(entry, "chart"));
    try {
      ReleaseRequest request = ReleaseRequest.of(builder -> fill(builder, entry));
      Release release = pintle.render(charts.computeIfAbsent(path, Chart::load), request);
      return new Verdict(
          id,
          release.resources().size(),
          lint(path, new LintRequest(request)),
          told(release.warnings()));
    } catch (PintleException e) {
      return new Verdict(id, 0, told(e.diagnostics()), List.of());
    }
  }

  /** What {@code pintle lint --strict} would fail for. */
  private static List<String> lint(Path chart, LintRequest request) {
    ChartLinter linter =
        new ChartLinter(Pintle.builder().build(), new JsonSchemaValuesValidator(), List.of());
    return linter.lint(chart, request).messages().stream()
        .filter(message -> message.isAtLeast(LintMessage.Severity.WARNING))
        .map(LintMessage::toString)
        .toList();
  }

  private void fill(ReleaseRequest.Builder request, JsonNode entry) {
    request
        .name(text(entry, "name"))
        .namespace(text(entry, "namespace"))
        .kubeVersion(text(entry, "kubeVersion"));
    for (JsonNode file : entry.path("values")) {
      request.valuesFrom(directory.resolve(file.textValue()));
    }
  }

  private static String text(JsonNode entry, String key) {
    return entry.path(key).textValue();
  }

  private static List<String> told(List<Diagnostic> findings) {
    return findings.stream().map(finding -> finding.origin() + ": " + finding.message()).toList();
  }

  /**
   * Prints a line for each release and each fault.
   *
   * @param arguments the fleet file
   * @throws IllegalStateException if a release is at fault, so that the job fails
   */
  @SuppressWarnings("PMD.SystemPrintln") // what a program prints
  public static void main(String[] arguments) throws IOException {
    boolean failed = false;
    for (Verdict verdict : check(Path.of(arguments[0]))) {
      System.out.println(verdict.id() + ": " + (verdict.faults().isEmpty() ? "ok" : "refused"));
      verdict.faults().forEach(fault -> System.out.println("  " + fault));
      failed |= !verdict.faults().isEmpty();
    }
    if (failed) {
      throw new IllegalStateException("not every release can be deployed");
    }
  }
}
