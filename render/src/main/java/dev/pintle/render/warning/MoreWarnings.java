package dev.pintle.render.warning;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.limit.Budget;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.release.Resource;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.template.TemplateSet;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.input.ChangedTypes;
import java.util.ArrayList;
import java.util.List;

/** All that Pintle warns of and Helm does not, for one rendering. */
public final class MoreWarnings {

  private final ReleaseRequest request;
  private final ComposedChart root;
  private final ValuesValidator validator;
  private final Defaults defaults;
  private final Budget budget;
  private GivenValues given;

  /**
   * Warnings for values that are composed.
   *
   * @param validator who reads schemas; null if nobody does
   * @param budget counts what looking for them takes
   */
  public MoreWarnings(
      ReleaseRequest request, ComposedChart root, ValuesValidator validator, Budget budget) {
    this.request = request;
    this.root = root;
    this.validator = validator;
    this.budget = budget;
    this.defaults = Defaults.of(root, budget);
  }

  /** Values that have another type than those that they take the place of. */
  public List<Diagnostic> changedTypes() {
    List<Diagnostic> warnings = new ArrayList<>(request.warnings());
    warnings.addAll(ChangedTypes.of(request.values(), defaults.values(), budget));
    return warnings;
  }

  /** Begins to watch the values that templates read; to be called right before they run. */
  public void watch() {
    given = GivenValues.watch(request.values(), root, defaults, budget);
  }

  /**
   * What else was found, now that the templates have run.
   *
   * @param templates the templates of all engines
   * @param rendered all objects
   */
  public List<Diagnostic> found(List<TemplateSet> templates, List<Resource> rendered) {
    List<Diagnostic> warnings = new ArrayList<>();
    warnings.addAll(given.unknown(new KnownValues(root, validator, templates, budget)));
    warnings.addAll(OldApis.of(rendered, request.capabilities().kubeVersion()));
    return warnings;
  }
}
