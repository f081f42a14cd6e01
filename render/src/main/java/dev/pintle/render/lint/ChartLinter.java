package dev.pintle.render.lint;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFiles;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.release.Release;
import dev.pintle.render.Pintle;
import dev.pintle.validate.ReleaseValidator;
import dev.pintle.validate.ValuesValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at charts as {@code helm lint} does: same findings, same words, same order. What differs is
 * in {@code docs/compatibility.md}. Immutable, safe for use by several threads.
 */
public final class ChartLinter {

  private final Pintle pintle;
  private final ValuesValidator validator;
  private final List<ReleaseValidator> releaseValidators;

  /**
   * A linter.
   *
   * @param pintle renders the templates; its limits are those of the linting as a whole
   * @param validator checks values against the chart's own schema
   * @param releaseValidators check the objects that are rendered, which Helm does not do
   */
  public ChartLinter(
      Pintle pintle, ValuesValidator validator, List<ReleaseValidator> releaseValidators) {
    this.pintle = pintle;
    this.validator = validator;
    this.releaseValidators = List.copyOf(releaseValidators);
  }

  /** Lints a chart: a directory, or an archive by its name. */
  public LintResult lint(Path path, LintRequest request) {
    String name = path.toString();
    if (!name.endsWith(".tgz") && !name.endsWith(".tar.gz")) {
      return lintDirectory(path, request);
    }
    try (ChartFiles unpacked = ChartFiles.unpack(path, pintle.limits())) {
      return lintDirectory(unpacked.directory(), request);
    } catch (PintleException e) {
      return new LintResult(List.of(), "unable to extract tarball: " + e.getMessage());
    } catch (IOException e) {
      String reason = FileErrors.describe("open", name, e);
      return new LintResult(List.of(), "unable to open tarball: " + reason);
    }
  }

  private LintResult lintDirectory(Path directory, LintRequest request) {
    Path description = directory.resolve("Chart.yaml");
    if (!Files.exists(description)) {
      IOException absent = new java.nio.file.NoSuchFileException(description.toString());
      return new LintResult(
          List.of(),
          "unable to check Chart.yaml file in chart: "
              + FileErrors.describe("stat", description.toString(), absent));
    }
    Budget budget = new Budget(pintle.limits(), "linting the chart");
    Findings findings = new Findings(budget);
    LintedChart chart = new LintedChart(directory.toAbsolutePath().normalize(), budget);
    try {
      new ChartYamlRules(chart, findings, budget).check();
      new ValuesRules(chart, findings, validator, budget).check(request);
      new TemplateRules(chart, findings, budget).check(request, pintle);
      new DependencyRules(chart, findings).check();
      new CrdRules(chart, findings, budget).check();
    } catch (LimitException e) {
      findings.error("", "", e);
      return new LintResult(findings.messages(), null);
    }
    return new LintResult(findings.messages(), null).with(beyondHelm(chart, request, budget));
  }

  /** What is found in a real rendering, if anything is asked for that Helm does not look for. */
  private List<LintMessage> beyondHelm(LintedChart linted, LintRequest request, Budget budget) {
    if (releaseValidators.isEmpty() && !request.release().warns()) {
      return List.of();
    }
    try {
      Chart chart = linted.load();
      Release release = pintle.render(chart, request.release());
      Stream<Diagnostic> warnings =
          release.warnings().stream().filter(found -> found.kind() != Diagnostic.Kind.WARNING);
      Stream<Diagnostic> faults =
          releaseValidators.stream().flatMap(each -> each.validate(release, budget).stream());
      return Stream.concat(faults, warnings)
          .map(found -> ReleaseFindings.message(found, chart.name()))
          .distinct()
          .toList();
    } catch (LimitException e) {
      // what could not be checked to its end must not pass
      return List.of(
          new LintMessage(
              LintMessage.Severity.ERROR, "templates/", e.getMessage(), e.diagnostics().get(0)));
    } catch (PintleException e) {
      String reason = e.getMessage().lines().findFirst().orElse("");
      return List.of(
          new LintMessage(
              LintMessage.Severity.INFO,
              "templates/",
              "not rendered, so that its objects and values were not checked: " + reason,
              e.diagnostics().isEmpty() ? null : e.diagnostics().get(0)));
    }
  }
}
