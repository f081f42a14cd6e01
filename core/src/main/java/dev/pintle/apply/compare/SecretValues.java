package dev.pintle.apply.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.List;

/** Keeps the values of Secrets out of what is shown, and says which of them differ. */
public final class SecretValues {

  private static final List<String> FIELDS = List.of("data", "stringData");

  private SecretValues() {}

  /** True for a Secret. */
  public static boolean areIn(Table object) {
    return "Secret".equals(object.get("kind")) && "v1".equals(object.get("apiVersion"));
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
    for (String field : FIELDS) {
      if (shown.get(field) instanceof Table values) {
        Table others = other != null && other.get(field) instanceof Table there ? there : null;
        shown.put(field, maskedAgainst(values, others));
      }
    }
    return shown;
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
    boolean secret =
        FIELDS.stream()
            .anyMatch(
                name ->
                    field.path().equals(name)
                        || field.path().startsWith(name + ".")
                        || field.path().startsWith(name + "["));
    if (!secret) {
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
}
