package dev.pintle.render;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.render.compose.Composer;
import dev.pintle.render.context.RenderContexts;
import dev.pintle.template.Execution;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.Table;
import java.util.Optional;
import java.util.SortedMap;

/** Renders templates as Helm's linter does, which is not quite how Helm renders. Immutable. */
final class LintRenderer {

  private final TemplateStage templates;
  private final ValuesValidator validator;

  /**
   * A renderer.
   *
   * @param templates with functions that do not fail
   * @param validator null if there is none
   */
  LintRenderer(TemplateStage templates, ValuesValidator validator) {
    this.templates = templates;
    this.validator = validator;
  }

  Optional<SortedMap<String, String>> render(
      Chart chart, ReleaseRequest request, Execution execution) {
    Budget budget = execution.budget();
    ComposedChart root;
    try {
      // Helm's linter coalesces twice, so that what a null took away comes back.
      Table once = Composer.compose(chart, request.values(), budget).root().values().deepCopy();
      root = Composer.compose(chart, once, budget).root();
    } catch (LimitException e) {
      throw e;
    } catch (PintleException doesNotFitTogether) {
      return Optional.empty();
    }
    if (!request.skipSchemaValidation()) {
      ValuesCheck.check(root, validator, budget);
    }
    return Optional.of(
        templates.render(RenderContexts.forLint(root, request, budget), execution).files());
  }
}
