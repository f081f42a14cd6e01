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
   */
  public String path(String namespace) {
    String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    return namespace.isEmpty() || !namespaced
        ? root + "/" + plural
        : root + "/namespaces/" + ApiRequest.escape(namespace) + "/" + plural;
  }

  /** The path of one object. */
  public String path(String namespace, String name) {
    return path(namespace) + "/" + ApiRequest.escape(name);
  }

  /** How an object of the type is referred to. */
  public ObjectRef ref(String namespace, String name) {
    return new ObjectRef(apiVersion(), kind, namespaced ? namespace : "", name);
  }
}
