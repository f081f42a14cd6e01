package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.ObjectDifference.Kind;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.compare.FieldComparison;
import dev.pintle.apply.compare.SecretValues;
import dev.pintle.values.Table;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compares objects of a release with those in the cluster. Safe for use by several threads.
 *
 * @param fieldManager the manager that applies the release
 */
public record ObjectComparison(String fieldManager) {

  /** An object that is not there. */
  public ObjectDifference added(ObjectRef object, String source, Table wanted) {
    return new ObjectDifference(
        object, Kind.ADDED, source, List.of(), null, ComparedForm.shown(wanted, null));
  }

  /** An object that is there and is to go, or to be left behind. */
  public ObjectDifference removed(ObjectRef object, String source, Table live, boolean kept) {
    return new ObjectDifference(
        object,
        kept ? Kind.KEPT : Kind.REMOVED,
        source,
        List.of(),
        ComparedForm.shown(live, null),
        null);
  }

  /**
   * An object that is there and is to be.
   *
   * @param wanted what would be sent
   * @param live what is there, with its managed fields
   * @param applied asks the server what an apply would make of it; null if it does not say
   */
  public ObjectDifference compared(
      ObjectRef object, String source, Table wanted, Table live, Supplier<Table> applied) {
    if (AppliedAlready.test(wanted, live, fieldManager)) {
      return same(object, source, live);
    }
    Table answer = applied.get();
    Table after = answer == null ? Overlay.of(wanted, live) : answer;
    List<FieldDifference> fields =
        FieldComparison.compare(
            ComparedForm.of(live),
            ComparedForm.of(after),
            ManagedSides.of(live, after, fieldManager, answer != null));
    if (fields.isEmpty()) {
      return same(object, source, live);
    }
    boolean secret = SecretValues.areIn(wanted);
    return new ObjectDifference(
        object,
        Kind.CHANGED,
        source,
        secret ? fields.stream().map(SecretValues::masked).toList() : fields,
        ComparedForm.shown(live, null),
        ComparedForm.shown(after, live));
  }

  private static ObjectDifference same(ObjectRef object, String source, Table live) {
    Table shown = ComparedForm.shown(live, null);
    return new ObjectDifference(object, Kind.SAME, source, List.of(), shown, shown);
  }
}
