package dev.pintle.apply.fabric8.patch;

import dev.pintle.values.Table;

/**
 * Makes the patches that {@code helm --server-side=false} sends. Nothing that is given is changed.
 *
 * <p>What a strategic merge patch is, Kubernetes' own patch maker decides
 * (k8s.io/apimachinery/pkg/util/strategicpatch, {@code CreateThreeWayMergePatch}); these are the
 * same, its oddities with lists included.
 */
public final class ThreeWayPatch {

  private ThreeWayPatch() {}

  /**
   * The strategic merge patch that takes away from a live object what was wanted and is wanted no
   * more, and makes it be what is wanted otherwise. Fields that nobody ever wanted stay.
   *
   * @param original what was wanted before
   * @param wanted what is wanted now
   * @return empty if there is nothing to do
   * @throws PatchException if none can be made
   */
  public static Table strategic(Table original, Table live, Table wanted, ObjectType type) {
    Table deletions = new Difference(true, false).of(original, wanted, type);
    Table changes = new Difference(false, true).of(live, wanted, type);
    return MergedPatch.of(deletions.deepCopy(), changes.deepCopy(), type);
  }

  /**
   * The JSON merge patch to the same end, which replaces lists as a whole.
   *
   * @return empty if there is nothing to do
   */
  public static Table json(Table original, Table live, Table wanted) {
    return strategic(original, live, wanted, ObjectType.UNKNOWN);
  }

  /**
   * The JSON merge patch that does to an object what was done to what is wanted of it, whatever
   * became of it meanwhile.
   *
   * @return empty if there is nothing to do
   */
  public static Table json(Table original, Table wanted) {
    return new Difference(true, true).of(original, wanted, ObjectType.UNKNOWN).deepCopy();
  }
}
