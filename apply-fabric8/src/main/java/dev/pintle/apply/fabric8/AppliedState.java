package dev.pintle.apply.fabric8;

import dev.pintle.apply.compare.SameValue;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.Optional;

/** Tells an apply that changed something from one that changed nothing. */
final class AppliedState {

  private AppliedState() {}

  /**
   * True if an object is as it was as far as an apply goes: it may have got another version by the
   * hand of a controller meanwhile, which writes no spec and leaves the manager's entry alone.
   */
  static boolean isSame(Table before, Table after, String fieldManager) {
    if (Fields.metadata(before, "resourceVersion")
        .equals(Fields.metadata(after, "resourceVersion"))) {
      return true;
    }
    Table earlier = Fields.table(before, "metadata");
    Table later = Fields.table(after, "metadata");
    boolean hasGeneration = earlier.get("generation") instanceof Number;
    return hasGeneration
        && Fields.number(earlier, "generation", -1) == Fields.number(later, "generation", -1)
        && Fields.labels(before).equals(Fields.labels(after))
        && Fields.annotations(before).equals(Fields.annotations(after))
        && entry(before, fieldManager).equals(entry(after, fieldManager));
  }

  /** True if two whole objects have the same in them, but for what servers write. */
  static boolean hasSameContent(Table before, Table after) {
    return Fields.labels(before).equals(Fields.labels(after))
        && Fields.annotations(before).equals(Fields.annotations(after))
        && SameValue.test(withoutMetadata(before), withoutMetadata(after));
  }

  private static Table withoutMetadata(Table object) {
    Table rest = object.as(GoType.MAP);
    rest.remove("metadata");
    return rest;
  }

  private static Optional<Table> entry(Table object, String fieldManager) {
    return Fields.tables(Fields.table(object, "metadata"), "managedFields").stream()
        .filter(
            entry ->
                Fields.text(entry, "manager").equals(fieldManager)
                    && Fields.text(entry, "operation").equals("Apply"))
        .findFirst();
  }
}
