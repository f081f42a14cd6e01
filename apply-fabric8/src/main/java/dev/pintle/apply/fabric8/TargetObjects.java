package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.ApiResources;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.go.strconv.GoQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a release, told from those whose kind the server does not have.
 *
 * @param known in install order
 * @param unknown in install order
 */
record TargetObjects(List<TargetObject> known, List<ReleaseObject> unknown) {

  /** What Helm says of objects that have no name of their own, as with {@code generateName}. */
  static final String NAMELESS = "resource name may not be empty";

  /** The lists are copied. */
  TargetObjects {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
  }

  /** Finds what the server has now. */
  static TargetObjects find(
      List<ReleaseObject> objects, ApiResources types, String releaseNamespace) {
    List<TargetObject> known = new ArrayList<>();
    List<ReleaseObject> unknown = new ArrayList<>();
    for (ReleaseObject object : objects) {
      Optional<ResourceType> type = types.find(object.apiVersion(), object.kind());
      if (type.isPresent()) {
        known.add(TargetObject.of(object, type.get(), releaseNamespace));
      } else {
        unknown.add(object);
      }
    }
    return new TargetObjects(known, unknown);
  }

  /**
   * Finds what the server has now of objects that were applied once: one whose version is no more
   * is looked for in the others, and one whose kind is no more is gone itself.
   */
  static List<TargetObject> findApplied(
      List<ReleaseObject> objects, ApiResources types, String releaseNamespace) {
    List<TargetObject> known = new ArrayList<>();
    for (ReleaseObject object : objects) {
      types
          .find(object.apiVersion(), object.kind())
          .or(() -> types.findInGroup(object.group(), object.kind()))
          .ifPresent(type -> known.add(TargetObject.of(object, type, releaseNamespace)));
    }
    return known;
  }

  /** What Helm says of objects whose kinds the server does not have. */
  static String noMatches(List<ReleaseObject> objects) {
    List<String> messages = objects.stream().map(TargetObjects::noMatch).distinct().toList();
    return messages.size() == 1 ? messages.get(0) : "[" + String.join(", ", messages) + "]";
  }

  /** The same of one of them. */
  static String noMatch(ReleaseObject object) {
    return "resource mapping not found for name: "
        + GoQuotes.quote(object.name())
        + " namespace: "
        + GoQuotes.quote(object.namespace())
        + " from \"\": no matches for kind "
        + GoQuotes.quote(object.kind())
        + " in version "
        + GoQuotes.quote(object.apiVersion())
        + "\nensure CRDs are installed first";
  }
}
