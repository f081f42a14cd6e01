package dev.pintle.apply;

/**
 * Which object of a target is meant.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param namespace empty for kinds that have none
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {

  /** The group of the API version, empty for the core group. */
  public String group() {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }

  /** The same with the group alone for its API version: equal for all versions of one object. */
  public ObjectRef withoutVersion() {
    return new ObjectRef(group(), kind, namespace, name);
  }

  /** Such as {@code Deployment prod/app}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
