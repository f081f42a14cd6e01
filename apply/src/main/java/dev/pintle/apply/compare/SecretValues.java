package dev.pintle.apply.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the values of Secrets out of what is shown, and says which of them differ. */
public final class SecretValues {

  private static final List<String> FIELDS = List.of("data", "stringData");
  private static final String ITEMS = "items";

  /** In it kubectl keeps the whole object, values and all. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private SecretValues() {}

  /** True for a Secret, and for a list that has one. */
  public static boolean areIn(Table object) {
    boolean isSecret = "Secret".equals(object.get("kind")) && "v1".equals(object.get("apiVersion"));
    return isSecret
        || items(object).stream().anyMatch(item -> isTable(item) && areIn((Table) item));
  }

  private static boolean isTable(Object value) {
    return value instanceof Table;
  }

  private static Sequence items(Table object) {
    return object.get(ITEMS) instanceof Sequence items ? items : Sequence.empty();
  }

  /**
   * An object as it may be shown; what is no Secret is shown as it is.
   *
   * @param other its other side, or null: what is different there is seen to be
   */
  public static Table masked(Table object, Table other) {
    if (!areIn(object)) {
      return object;
    }
    Table shown = object.as(GoType.MAP);
    Sequence items = items(object);
    if (!items.isEmpty()) {
      shown.put(ITEMS, Sequence.copyOf(items.stream().map(SecretValues::maskedItem).toList()));
      return shown;
    }
    for (String field : FIELDS) {
      if (shown.get(field) instanceof Table values) {
        Table others = other != null && other.get(field) instanceof Table there ? there : null;
        shown.put(field, maskedAgainst(values, others));
      } else if (shown.get(field) != null) {
        shown.put(field, FieldDifference.MASKED);
      }
    }
    if (shown.get("metadata") instanceof Table metadata
        && metadata.get("annotations") instanceof Table annotations
        && annotations.containsKey(LAST_APPLIED)) {
      Table shownAnnotations = annotations.as(GoType.MAP);
      shownAnnotations.put(LAST_APPLIED, FieldDifference.MASKED);
      Table shownMetadata = metadata.as(GoType.MAP);
      shownMetadata.put("annotations", shownAnnotations);
      shown.put("metadata", shownMetadata);
    }
    return shown;
  }

  private static Object maskedItem(Object item) {
    return item instanceof Table table ? masked(table, null) : item;
  }

  private static Table maskedAgainst(Table values, Table others) {
    Table masked = new Table();
    for (Table.Slot slot : values.slots()) {
      boolean changed =
          others != null
              && others.containsKey(slot.getKey())
              && !SameValue.test(slot.getValue(), others.get(slot.getKey()));
      masked.put(slot.getKey(), changed ? FieldDifference.MASKED_CHANGED : FieldDifference.MASKED);
    }
    return masked;
  }

  /** A difference of a Secret as it may be shown. */
  public static FieldDifference masked(FieldDifference field) {
    if (!isSecret(field.path())) {
      return field;
    }
    String after = field.before() == null ? FieldDifference.MASKED : FieldDifference.MASKED_CHANGED;
    return new FieldDifference(
        field.path(),
        field.before() == null ? null : FieldDifference.MASKED,
        field.after() == null ? null : after,
        field.manager(),
        field.changedAt());
  }

  /** True if a value of a Secret is there; of an item of a list, whatever it is. */
  private static boolean isSecret(String path) {
    return path.contains(LAST_APPLIED)
        || Stream.of("data", "stringData", ITEMS)
            .anyMatch(
                name ->
                    path.equals(name)
                        || path.startsWith(name + ".")
                        || path.startsWith(name + "["));
  }
}
