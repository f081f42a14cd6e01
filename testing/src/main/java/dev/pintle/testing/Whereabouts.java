package dev.pintle.testing;

import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.release.Resource;
import dev.pintle.values.TreePath;

/** Says in failure messages where a field of a resource comes from. Stateless. */
final class Whereabouts {

  private Whereabouts() {}

  /**
   * The template's line that wrote a field, and the line as it was rendered; begins with a break.
   */
  static String of(Resource resource, TreePath path) {
    Position position = path.positionIn(resource.tree());
    return ofLine(resource, position == null ? 1 : position.line());
  }

  /** The same of a line of a resource's text, from 1. */
  static String ofLine(Resource resource, int line) {
    Origin origin = resource.originOf(line);
    String rendered = resource.text().lines().skip(line - 1L).findFirst().orElse("");
    String template =
        origin == null
            ? resource.source()
            : origin.position().file()
                + ":"
                + origin.position().line()
                + "\n    "
                + origin.sourceLine().strip();
    return "\n  written by "
        + template
        + "\n  rendered as line "
        + line
        + " of "
        + resource.kind()
        + "/"
        + resource.name()
        + "\n    "
        + rendered.strip();
  }
}
