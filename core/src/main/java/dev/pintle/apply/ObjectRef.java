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
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** True if both name one object, be it in another version of its API. */
  public boolean isSameObjectAs(ObjectRef other) {
    return kind.equals(other.kind)
        && name.equals(other.name)
        && namespace.equals(other.namespace)
        && group().equals(other.group());
  }

  /** Such as {@code Deployment prod/app}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
