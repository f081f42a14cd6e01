package dev.pintle.apply.fabric8;

import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Table;

/** Where in a template a field of an object was written. */
final class FieldPlaces {

  private FieldPlaces() {}

  /**
   * The place of a field, or else of the nearest one around it; null if it is not known.
   *
   * @param path as managed fields have it, such as {@code .spec.replicas}; a list is not entered
   */
  static Position of(TargetObject target, String path) {
    Position inText = null;
    Table at = target.object().tree();
    for (String key : TextParts.split(TextParts.withoutPrefix(path, "."), '.')) {
      Position here = at.positionOf(key);
      if (here == null) {
        break;
      }
      inText = here;
      if (!(at.get(key) instanceof Table next)) {
        break;
      }
      at = next;
    }
    if (inText == null) {
      return target.object().position();
    }
    Origin origin = target.object().resource().originOf(inText.line());
    return origin == null ? null : origin.position();
  }
}
