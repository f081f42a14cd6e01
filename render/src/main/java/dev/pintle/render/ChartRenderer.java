package dev.pintle.render;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.release.manifest.ReleaseName;
import dev.pintle.render.assemble.Assembler;
import dev.pintle.render.assemble.ManifestException;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.render.compose.Composer;
import dev.pintle.render.compose.Composition;
import dev.pintle.render.compose.Installable;
import dev.pintle.render.context.RenderContexts;
import dev.pintle.render.warning.MoreWarnings;
import dev.pintle.template.Execution;
import dev.pintle.validate.ValuesValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Renders charts: compose, check, template, assemble. Immutable; what one rendering needs is in its
 * {@link Execution}.
 */
final class ChartRenderer {

  private final TemplateStage templates;
  private final ValuesValidator validator;

  /**
   * A renderer.
   *
   * @param validator null if there is none
   */
  ChartRenderer(TemplateStage templates, ValuesValidator validator) {
    this.templates = templates;
    this.validator = validator;
  }

  Release render(Chart chart, ReleaseRequest request, Execution execution) {
    List<Diagnostic> warnings = new ArrayList<>();
    try {
      return render(chart, request, execution, warnings);
    } catch (PintleException e) {
      e.addEarlierWarnings(warnings);
      throw e;
    }
  }

  private Release render(
      Chart chart, ReleaseRequest request, Execution execution, List<Diagnostic> warnings) {
    warnings.addAll(Installable.check(chart));
    ReleaseName.check(request.name());

    Composition composition = Composer.compose(chart, request.values(), execution.budget());
    warnings.addAll(composition.warnings());
    MoreWarnings more =
        request.warns()
            ? new MoreWarnings(request, composition.root(), validator, execution.budget())
            : null;
    if (more != null) {
      warnings.addAll(more.changedTypes());
    }
    if (!request.skipSchemaValidation()) {
      warnings.addAll(ValuesCheck.check(composition.root(), validator, execution.budget()));
    }
    if (more != null) {
      more.watch();
    }
    Assembler.Assembled assembled =
        templateAndAssemble(composition.root(), request, execution, warnings, more);
    return new Release(
        request.name(),
        request.namespace(),
        request.revision(),
        composition.chart(),
        request.values(),
        crds(composition.root()),
        assembled.resources(),
        assembled.hooks(),
        assembled.notes(),
        request.parts(),
        warnings);
  }

  private Assembler.Assembled templateAndAssemble(
      ComposedChart root,
      ReleaseRequest request,
      Execution execution,
      List<Diagnostic> warnings,
      MoreWarnings more) {
    try {
      Installable.checkKubeVersion(root.chart(), request.capabilities().kubeVersion());
      TemplateStage.Rendered rendered =
          templates.render(RenderContexts.of(root, request, execution.budget()), execution);
      Assembler.Assembled assembled =
          assemble(rendered, root.name(), request.subchartNotes(), execution.budget());
      warnings.addAll(assembled.warnings());
      if (more != null) {
        warnings.addAll(more.found(rendered.templates(), assembled.objects()));
      }
      return assembled;
    } catch (PintleException e) {
      throw new RenderException(e);
    }
  }

  private static Assembler.Assembled assemble(
      TemplateStage.Rendered rendered, String chartName, boolean allNotes, Budget budget) {
    try {
      return Assembler.assemble(rendered.files(), chartName, allNotes, rendered::originOf, budget);
    } catch (ManifestException e) {
      Origin origin = e.index() < 0 ? null : rendered.originOf(e.file(), e.index());
      throw origin == null
          ? e
          : e.withHint(new Hint.RenderedBy(origin.position(), origin.sourceLine()));
    }
  }

  /** The files in {@code crds/} of a chart and of its enabled dependencies. */
  static List<ChartFile> crds(Chart chart, ReleaseRequest request, Budget budget) {
    return crds(Composer.compose(chart, request.values(), budget).root());
  }

  private static List<ChartFile> crds(ComposedChart root) {
    List<ChartFile> crds = new ArrayList<>();
    addCrds(root, crds);
    return crds;
  }

  private static void addCrds(ComposedChart chart, List<ChartFile> crds) {
    for (ChartFile file : chart.chart().files()) {
      if (file.name().startsWith("crds/") && isManifest(file.name())) {
        crds.add(new ChartFile(chart.path() + "/" + file.name(), file.data()));
      }
    }
    chart.dependencies().forEach(dependency -> addCrds(dependency, crds));
  }

  private static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }
}
