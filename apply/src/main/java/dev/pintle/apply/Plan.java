package dev.pintle.apply;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Hook;
import java.util.List;

/**
 * What an apply or a rollback would do.
 *
 * @param operation an install, an upgrade or a rollback
 * @param revision which revision it would make
 * @param objects every object of the release, and those it would lose, in the order of dealing with
 *     them
 * @param hooks the hooks that would run, before and after
 * @param obstacles what would make it fail: conflicts, foreign objects, what the target refuses
 */
public record Plan(
    Operation operation,
    int revision,
    List<ObjectDifference> objects,
    List<Hook> hooks,
    List<Diagnostic> obstacles) {

  /** Lists are copied. */
  public Plan {
    objects = List.copyOf(objects);
    hooks = List.copyOf(hooks);
    obstacles = List.copyOf(obstacles);
  }

  /** The objects that would not stay as they are. */
  public List<ObjectDifference> changes() {
    return objects.stream().filter(object -> object.kind() != ObjectDifference.Kind.SAME).toList();
  }
}
