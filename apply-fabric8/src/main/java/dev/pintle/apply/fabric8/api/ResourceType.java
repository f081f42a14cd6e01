package dev.pintle.apply.fabric8.api;

import dev.pintle.apply.ObjectRef;

/**
 * A kind of object that an API server has.
 *
 * @param group empty for the core group
 * @param plural the name in paths
 * @param hasStatus whether its status is written apart from the rest
 */
public record ResourceType(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    boolean hasStatus) {

  /** Such as {@code apps/v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** As Go prints it, such as {@code apps/v1, Kind=Deployment}; Helm's messages have that. */
  public String goName() {
    return group + "/" + version + ", Kind=" + kind;
  }

  /**
   * The path of all objects of the type.
   *
   * @param namespace empty for all namespaces, or for types that have none
   * @throws ApiException if there is none
   */
  public CollectionPath path(String namespace) {
    return new CollectionPath(this, namespace);
  }

  /**
   * The path of one object.
   *
   * @throws ApiException if there is none, as for names that Kubernetes does not take
   */
  public ObjectPath path(String namespace, String name) {
    return new ObjectPath(path(namespace), name);
  }

  /** True if its objects have paths. What a server says of its types may be anything. */
  boolean hasPaths() {
    return (group.isEmpty() || PathSegment.isValid(group))
        && PathSegment.isValid(version)
        && PathSegment.isValid(plural);
  }

  /** How an object of the type is referred to. */
  public ObjectRef ref(String namespace, String name) {
    return new ObjectRef(apiVersion(), kind, namespaced ? namespace : "", name);
  }
}
