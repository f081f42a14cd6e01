package dev.pintle.apply.fabric8.manifest;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Whether an object says what it is: what kubectl and Helm check first, in their words. */
final class ObjectHead {

  private static final String NO_OBJECT = "invalid object to validate";

  private ObjectHead() {}

  /**
   * What is wrong with an object, and with the items of a list that is of no kind in particular.
   */
  static List<String> faults(Table object) {
    List<String> faults = own(object);
    if (!faults.isEmpty()
        || !"List".equals(object.get("kind"))
        || !"v1".equals(object.get("apiVersion"))) {
      return faults;
    }
    if (!(object.get("items") instanceof Sequence items)) {
      return List.of(NO_OBJECT);
    }
    List<String> all = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof Table table) {
        List<String> head = own(table);
        all.addAll(head.isEmpty() ? maps(table) : head);
      } else {
        all.add(NO_OBJECT);
      }
    }
    return all;
  }

  private static List<String> own(Table object) {
    List<String> faults = new ArrayList<>();
    Object version = object.get("apiVersion");
    if (version == null) {
      faults.add("apiVersion not set");
    } else if (!(version instanceof String text)) {
      faults.add("apiVersion isn't string type");
    } else if (!isVersion(version)) {
      faults.add("unexpected GroupVersion string: " + text);
    }
    Object kind = object.get("kind");
    if (kind == null) {
      faults.add("kind not set");
    } else if (!(kind instanceof String)) {
      faults.add("kind isn't string type");
    }
    return faults;
  }

  /** False for a text that Go cannot take apart into a group and a version. */
  static boolean isVersion(Object apiVersion) {
    return !(apiVersion instanceof String text) || text.chars().filter(c -> c == '/').count() <= 1;
  }

  /** Items of lists are held against their schema; of metadata it is the maps that can be wrong. */
  private static List<String> maps(Table object) {
    List<String> faults = new ArrayList<>();
    if (object.get("metadata") instanceof Table metadata) {
      for (String field : List.of("annotations", "labels")) {
        Object value = metadata.get(field);
        if (value != null && !(value instanceof Table)) {
          faults.add(
              "ValidationError("
                  + object.get("kind")
                  + ".metadata."
                  + field
                  + "): invalid type for io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta."
                  + field
                  + ": got \""
                  + modelName(value)
                  + "\", expected \"map\"");
        }
      }
    }
    return faults;
  }

  private static String modelName(Object value) {
    return value instanceof Sequence
        ? "array"
        : value instanceof String ? "string" : value instanceof Boolean ? "boolean" : "number";
  }

  /** Several messages as Kubernetes puts them into one; each is said once. */
  static String together(List<String> messages) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(messages));
    return distinct.size() == 1 ? distinct.get(0) : "[" + String.join(", ", distinct) + "]";
  }
}
