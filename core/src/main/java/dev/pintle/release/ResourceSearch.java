package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds resources of a release, and says what there is where it finds none. Immutable. */
final class ResourceSearch {

  private final Release release;
  private final List<Resource> resources;

  private ResourceSearch(Release release, List<Resource> resources) {
    this.release = release;
    this.resources = resources;
  }

  static ResourceSearch of(Release release) {
    return new ResourceSearch(release, release.shownResources());
  }

  ResourceSearch in(String namespace) {
    return new ResourceSearch(
        release,
        resources.stream().filter(resource -> namespaceOf(resource).equals(namespace)).toList());
  }

  private String namespaceOf(Resource resource) {
    return resource.tree().get("metadata") instanceof Table metadata
            && metadata.get("namespace") instanceof String namespace
            && !namespace.isEmpty()
        ? namespace
        : release.namespace();
  }

  /**
   * All resources of a type.
   *
   * @param type null for all
   */
  List<Resource> all(ObjectBinder.ResourceType type) {
    return type == null ? resources : resources.stream().filter(type::matches).toList();
  }

  /**
   * The resource of a type and name.
   *
   * @param type null for any
   * @param name null for any
   */
  Resource one(ObjectBinder.ResourceType type, String name) {
    String kind = type == null ? null : type.kind();
    return one(all(type), kind, type == null ? "resource" : type.toString(), name);
  }

  /** The resource of a kind, in whatever API version, and a name. */
  Resource one(String kind, String name) {
    Predicate<Resource> ofKind = resource -> resource.kind().equals(kind);
    return one(resources.stream().filter(ofKind).toList(), kind, kind, name);
  }

  private Resource one(List<Resource> candidates, String kind, String wanted, String name) {
    List<Resource> found =
        candidates.stream().filter(r -> name == null || r.name().equals(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    String what = name == null ? wanted : wanted + " \"" + name + "\"";
    throw new NoSuchResourceException(
        found.isEmpty() ? none(candidates, kind, what, name) : several(found, what));
  }

  private Diagnostic several(List<Resource> found, String what) {
    return finding("release " + release.name() + " has more than one " + what + ": " + list(found));
  }

  private Diagnostic none(List<Resource> candidates, String kind, String what, String name) {
    String message = "release " + release.name() + " has no " + what;
    if (!candidates.isEmpty()) {
      String nearest = Spelling.nearest(name, candidates.stream().map(Resource::name).toList());
      return finding(message + "; it has " + list(candidates))
          .withHint(nearest == null ? null : new Hint.DidYouMean(nearest, null));
    }
    List<Resource> ofOtherVersion =
        resources.stream()
            .filter(r -> r.kind().equals(kind) && (name == null || r.name().equals(name)))
            .toList();
    if (!ofOtherVersion.isEmpty()) {
      return finding(
          message
              + ", but "
              + ofOtherVersion.stream()
                  .map(r -> r.apiVersion() + " " + r)
                  .collect(Collectors.joining(", ")));
    }
    Map<String, Long> kinds =
        resources.stream()
            .collect(Collectors.groupingBy(Resource::kind, TreeMap::new, Collectors.counting()));
    return finding(
        message
            + "; it has "
            + (kinds.isEmpty()
                ? "no resources"
                : kinds.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", "))));
  }

  private String list(List<Resource> found) {
    return found.stream().map(this::inNamespace).collect(Collectors.joining(", "));
  }

  private String inNamespace(Resource resource) {
    String namespace = namespaceOf(resource);
    return namespace.equals(release.namespace())
        ? resource.toString()
        : resource + " in namespace " + namespace;
  }

  private static Diagnostic finding(String message) {
    return Diagnostic.of(Diagnostic.Kind.OBJECT, message, null);
  }
}
