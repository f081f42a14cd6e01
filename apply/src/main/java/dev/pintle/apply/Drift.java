package dev.pintle.apply;

import java.util.List;

/**
 * What differs between a release and its objects as they are now: what an apply of the same release
 * would set right. What the server adds by default or of its own is no drift.
 *
 * @param revision the revision that was compared
 * @param objects every object of the release; its {@code after} is what the release says
 */
public record Drift(String name, String namespace, int revision, List<ObjectDifference> objects) {

  /** The list is copied. */
  public Drift {
    objects = List.copyOf(objects);
  }

  /** True if nothing differs. */
  public boolean isNone() {
    return differing().isEmpty();
  }

  /** The objects that differ. */
  public List<ObjectDifference> differing() {
    return objects.stream().filter(object -> object.kind() != ObjectDifference.Kind.SAME).toList();
  }
}
