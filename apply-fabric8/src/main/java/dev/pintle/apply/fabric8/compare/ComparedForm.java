package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.List;

/** Objects as they are compared and shown: without what servers write, and without secrets. */
final class ComparedForm {

  private static final List<String> SERVER_MADE =
      List.of(
          "managedFields",
          "resourceVersion",
          "uid",
          "creationTimestamp",
          "generation",
          "selfLink",
          "deletionTimestamp",
          "deletionGracePeriodSeconds");

  /** What kubectl keeps of a whole object, Secrets included; it is nobody's wish. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private static final List<String> SECRET_FIELDS = List.of("data", "stringData");

  private ComparedForm() {}

  /** The object without what is not compared; the object itself stays. */
  static Table of(Table object) {
    Table form = object.as(GoType.MAP);
    form.remove("status");
    Table metadata = Fields.table(object, "metadata").as(GoType.MAP);
    SERVER_MADE.forEach(metadata::remove);
    Table annotations = Fields.table(metadata, "annotations").as(GoType.MAP);
    annotations.remove(LAST_APPLIED);
    metadata.put("annotations", annotations);
    if (annotations.isEmpty()) {
      metadata.remove("annotations");
    }
    form.put("metadata", metadata);
    return form;
  }

  static boolean isSecret(Table object) {
    return Fields.text(object, "kind").equals("Secret")
        && Fields.text(object, "apiVersion").equals("v1");
  }

  /**
   * The object as it may be shown.
   *
   * @param other its other side, or null: what is different there is seen to be
   */
  static Table shown(Table object, Table other) {
    Table form = of(object);
    if (isSecret(object)) {
      for (String field : SECRET_FIELDS) {
        if (form.get(field) instanceof Table values) {
          form.put(field, masked(values, other == null ? values : Fields.table(other, field)));
        }
      }
    }
    return form;
  }

  private static Table masked(Table values, Table others) {
    Table masked = new Table();
    for (Table.Slot slot : values.slots()) {
      boolean changed =
          others.containsKey(slot.getKey())
              && !SameValue.test(slot.getValue(), others.get(slot.getKey()));
      masked.put(slot.getKey(), changed ? FieldDifference.MASKED_CHANGED : FieldDifference.MASKED);
    }
    return masked;
  }

  /** A difference of a Secret as it may be shown. */
  static FieldDifference shown(FieldDifference field) {
    boolean secret =
        SECRET_FIELDS.stream()
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
