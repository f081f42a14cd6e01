package dev.pintle.render;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import dev.pintle.release.Release;
import dev.pintle.validate.ReleaseValidator;
import java.util.ArrayList;
import java.util.List;

/** Has what was rendered checked, and reports all that is wrong with it together. */
final class ReleaseCheck {

  private ReleaseCheck() {}

  /**
   * Checks.
   *
   * @return the release, with what could not be checked among its warnings
   * @throws PintleException if an object is wrong
   */
  static Release check(Release release, List<ReleaseValidator> validators, Budget budget) {
    List<Diagnostic> errors = new ArrayList<>();
    List<Diagnostic> warnings = new ArrayList<>();
    for (ReleaseValidator validator : validators) {
      for (Diagnostic finding : validator.validate(release, budget)) {
        (finding.kind() == Diagnostic.Kind.UNKNOWN_KIND ? warnings : errors).add(finding);
      }
    }
    if (!errors.isEmpty()) {
      StringBuilder message = new StringBuilder("rendered objects are not valid:");
      errors.forEach(error -> message.append("\n- ").append(error.message()));
      throw new PintleException(message.toString(), errors);
    }
    return warnings.isEmpty() ? release : release.withWarnings(warnings);
  }
}
