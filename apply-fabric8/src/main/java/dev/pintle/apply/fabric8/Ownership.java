package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whose an object is, by the label and the annotations that Helm sets and checks, and by who is
 * recorded as having written it.
 *
 * @param release the name of the release
 * @param namespace the release's namespace, not the object's
 * @param fieldManager the name under which we write
 */
record Ownership(String release, String namespace, String fieldManager) {

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String HELM = "Helm";
  private static final String HELMS_MANAGER = "helm";
  private static final String RELEASE_NAME = "meta.helm.sh/release-name";
  private static final String RELEASE_NAMESPACE = "meta.helm.sh/release-namespace";
  private static final String RESOURCE_POLICY = "helm.sh/resource-policy";

  /** The object with the release's marks, whatever marks it had; the object itself stays. */
  Table mark(Table object) {
    Table marked = object.as(GoType.MAP);
    Table metadata = Fields.table(object, "metadata").as(GoType.MAP);
    Table labels = Fields.table(metadata, "labels").as(GoType.MAP);
    Table annotations = Fields.table(metadata, "annotations").as(GoType.MAP);
    labels.put(MANAGED_BY, HELM);
    annotations.put(RELEASE_NAME, release);
    annotations.put(RELEASE_NAMESPACE, namespace);
    metadata.put("labels", labels);
    metadata.put("annotations", annotations);
    marked.put("metadata", metadata);
    return marked;
  }

  /** What a live object lacks to be the release's, in Helm's words; empty if it is. */
  String fault(Table live) {
    List<String> faults = new ArrayList<>();
    require("label", Fields.labels(live), MANAGED_BY, HELM, faults);
    require("annotation", Fields.annotations(live), RELEASE_NAME, release, faults);
    require("annotation", Fields.annotations(live), RELEASE_NAMESPACE, namespace, faults);
    return faults.isEmpty() ? "" : "invalid ownership metadata; " + String.join("; ", faults);
  }

  private static void require(
      String what, Map<String, String> found, String key, String value, List<String> faults) {
    String actual = found.get(key);
    String prefix = what + " validation error: ";
    if (actual == null) {
      faults.add(
          prefix
              + "missing key "
              + GoQuotes.quote(key)
              + ": must be set to "
              + GoQuotes.quote(value));
    } else if (!actual.equals(value)) {
      faults.add(
          prefix
              + "key "
              + GoQuotes.quote(key)
              + " must equal "
              + GoQuotes.quote(value)
              + ": current value is "
              + GoQuotes.quote(actual));
    }
  }

  /** What Helm says of an object that is there and is not the release's, with its fault. */
  static String refusal(TargetObject object, String fault) {
    return object.type().kind()
        + " "
        + GoQuotes.quote(object.name())
        + " in namespace "
        + GoQuotes.quote(object.namespace())
        + " exists and cannot be imported into the current release: "
        + fault;
  }

  /** True if a live object says that it is another release's. */
  boolean isOfAnother(Table live) {
    return !objectionOfAnother(live).isEmpty();
  }

  /** Why an object that says that it is another release's may not be deleted; empty if it may. */
  String objectionOfAnother(Table live) {
    Map<String, String> annotations = Fields.annotations(live);
    String its = annotations.getOrDefault(RELEASE_NAME, release);
    String where = annotations.getOrDefault(RELEASE_NAMESPACE, namespace);
    return its.equals(release) && where.equals(namespace)
        ? ""
        : "it says that it is of release "
            + GoQuotes.quote(its)
            + " in namespace "
            + GoQuotes.quote(where);
  }

  /** Why what has the place of one of the release's objects may not be deleted; empty if it may. */
  String objection(Table live) {
    String another = objectionOfAnother(live);
    return another.isEmpty() && !isMarked(live) && !isWritten(live)
        ? "it has no mark of a release, and no release's tool has ever written it"
        : another;
  }

  /** True if an object has a mark that Helm sets; whose it is, the annotations say. */
  private static boolean isMarked(Table live) {
    return HELM.equals(Fields.labels(live).get(MANAGED_BY))
        || Fields.annotations(live).containsKey(RELEASE_NAME)
        || Fields.annotations(live).containsKey(RELEASE_NAMESPACE);
  }

  /** True if an object is the release's, or was written by us or by Helm, as hooks are. */
  boolean isOurs(Table live) {
    return objection(live).isEmpty();
  }

  /** True if we or Helm are recorded among those who wrote an object. */
  private boolean isWritten(Table live) {
    return managers(live).anyMatch(this::isUs);
  }

  /** True if nobody else has written an object, but for its status. */
  boolean isWrittenByNobodyElse(Table live) {
    return isWritten(live) && managers(live).allMatch(this::isUs);
  }

  private boolean isUs(String manager) {
    return manager.equals(fieldManager) || manager.equals(HELMS_MANAGER);
  }

  private static Stream<String> managers(Table live) {
    return Fields.tables(Fields.table(live, "metadata"), "managedFields").stream()
        .filter(entry -> Fields.text(entry, "subresource").isEmpty())
        .map(entry -> Fields.text(entry, "manager"));
  }

  /** True if an object asks not to be deleted, in whatever case it says so. */
  static boolean isKept(Table object) {
    String policy = Fields.annotations(object).getOrDefault(RESOURCE_POLICY, "");
    return policy.strip().equalsIgnoreCase("keep");
  }
}
