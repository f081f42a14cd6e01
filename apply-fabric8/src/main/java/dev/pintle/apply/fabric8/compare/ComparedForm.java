package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.compare.SecretValues;
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

  /**
   * The object as it may be shown.
   *
   * @param other its other side, or null: what is different there is seen to be
   */
  static Table shown(Table object, Table other) {
    return SecretValues.masked(of(object), other);
  }
}
