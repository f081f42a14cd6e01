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

  // Written out: the JVM makes those of a record when they are first called, and each start of the
  // command would wait for that.

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectRef ref
        && name.equals(ref.name)
        && kind.equals(ref.kind)
        && namespace.equals(ref.namespace)
        && apiVersion.equals(ref.apiVersion);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * name.hashCode() + kind.hashCode()) + namespace.hashCode())
        + apiVersion.hashCode();
  }

  /** Such as {@code Deployment prod/app}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
