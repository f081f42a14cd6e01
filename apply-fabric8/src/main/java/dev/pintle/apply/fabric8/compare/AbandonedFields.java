package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields that our manager once set by an update and does not apply: those of Helm 3, or of Helm 4
 * with {@code --server-side=false}. An apply takes such updates over before it begins, and with
 * that takes the fields away; a dry run cannot take them over, so that its answer has them still.
 * Stateless.
 */
public final class AbandonedFields {

  /** The key in managed fields that stands for a place itself, without what is below it. */
  private static final String ITSELF = ".";

  private final String fieldManager;

  private AbandonedFields(String fieldManager) {
    this.fieldManager = fieldManager;
  }

  /**
   * The object without them.
   *
   * @param answer what a dry run of an apply gave, with its managed fields; not changed
   */
  public static Table without(Table answer, String fieldManager) {
    boolean hasUpdates =
        Fields.tables(Fields.table(answer, "metadata"), "managedFields").stream()
            .anyMatch(
                entry ->
                    Fields.text(entry, "manager").equals(fieldManager)
                        && Fields.text(entry, "operation").equals("Update"));
    return hasUpdates
        ? new AbandonedFields(fieldManager).kept(answer, FieldOwners.of(answer))
        : answer;
  }

  private Table kept(Table object, FieldOwners owners) {
    Table kept = object.as(GoType.MAP);
    for (Table.Slot slot : object.slots()) {
      FieldOwners below = owners.field(slot.getKey());
      if (isAbandoned(below)) {
        kept.remove(slot.getKey());
      } else {
        kept.put(slot.getKey(), kept(slot.getValue(), below));
      }
    }
    return kept;
  }

  private Object kept(Object value, FieldOwners owners) {
    if (!owners.includes(fieldManager)) {
      return value;
    } else if (value instanceof Table table) {
      return kept(table, owners);
    } else if (value instanceof Sequence items) {
      List<Object> kept = new ArrayList<>();
      for (Object item : items) {
        FieldOwners below = owners.item(item);
        if (!isAbandoned(below)) {
          kept.add(kept(item, below));
        }
      }
      return Sequence.copyOf(kept);
    }
    return value;
  }

  /** True if nobody has the place but our manager, which does not apply it. */
  private boolean isAbandoned(FieldOwners place) {
    return place.areAll(claim -> claim.manager().equals(fieldManager) && !claim.applied())
        && place.isAny(claim -> claim.fields().isEmpty() || claim.fields().containsKey(ITSELF));
  }
}
