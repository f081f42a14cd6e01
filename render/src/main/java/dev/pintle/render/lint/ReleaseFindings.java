package dev.pintle.render.lint;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.release.Resource;
import dev.pintle.render.lint.LintMessage.Severity;

/** What validators and warnings say of a release, in a linter's form. Stateless. */
final class ReleaseFindings {

  private ReleaseFindings() {}

  /** A finding at the place of the template that made it, where that is known. */
  static LintMessage message(Diagnostic found, String chartName) {
    Severity severity =
        switch (found.kind()) {
          case OBJECT_SCHEMA, LIMIT -> Severity.ERROR;
          case NOTICE -> Severity.INFO;
          default -> Severity.WARNING;
        };
    Position place = found.position();
    StringBuilder text = new StringBuilder(found.message());
    for (Hint hint : found.hints()) {
      if (hint instanceof Hint.RenderedBy rendered) {
        place = rendered.origin();
      } else if (hint instanceof Hint.DidYouMean meant) {
        text.append("; did you mean ").append(meant.name()).append('?');
      } else if (hint instanceof Hint.Advice advice) {
        text.append("; ").append(advice.text());
      }
    }
    Diagnostic atPlace = Diagnostic.of(found.kind(), text.toString(), inChart(place, chartName));
    String path = atPlace.position() == null ? "values" : atPlace.position().toString();
    return new LintMessage(severity, path, text.toString(), atPlace);
  }

  /** A template's name as Helm's linter has it: without that of the chart. */
  private static Position inChart(Position place, String chartName) {
    if (place == null) {
      return null;
    }
    String file = place.file();
    if (file.endsWith(Resource.RENDERED)) {
      file = file.substring(0, file.length() - Resource.RENDERED.length());
      return inChart(new Position(file, 0, 0), chartName);
    }
    return file.startsWith(chartName + "/")
        ? new Position(file.substring(chartName.length() + 1), place.line(), place.column())
        : place;
  }
}
