package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whose an object is, by the label and the annotations that Helm sets and checks.
 *
 * @param release the name of the release
 * @param namespace the release's namespace, not the object's
 */
record Ownership(String release, String namespace) {

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String HELM = "Helm";
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

  /** True if a live object says that it is another release's. */
  boolean isOfAnother(Table live) {
    Map<String, String> annotations = Fields.annotations(live);
    return !annotations.getOrDefault(RELEASE_NAME, release).equals(release)
        || !annotations.getOrDefault(RELEASE_NAMESPACE, namespace).equals(namespace);
  }

  /** True if an object asks not to be deleted, in whatever case it says so. */
  static boolean isKept(Table object) {
    String policy = Fields.annotations(object).getOrDefault(RESOURCE_POLICY, "");
    return policy.strip().equalsIgnoreCase("keep");
  }
}
