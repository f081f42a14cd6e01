package dev.pintle.typed;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.release.Resource;

/** Findings in rendered text, told at the line of the template that wrote it. Stateless. */
final class ResourceFindings {

  private ResourceFindings() {}

  /**
   * A finding.
   *
   * @param rendered where in the resource's text it is; null if that is not known
   */
  static Diagnostic at(Resource resource, Diagnostic.Kind kind, String message, Position rendered) {
    int line = rendered == null ? 1 : rendered.line();
    Origin origin = resource.originOf(line);
    Diagnostic finding =
        origin == null
            ? Diagnostic.of(kind, message, new Position(resource.source(), 0, 0))
            : Diagnostic.of(kind, message, origin.position()).withSource(origin.sourceLine(), 0);
    return finding.withNote("line " + line + " of " + resource + " as it was rendered");
  }
}
