package dev.pintle.apply.fabric8.api;

/**
 * One object. It alone can be deleted.
 *
 * @param name the object's, never empty
 */
public record ObjectPath(CollectionPath all, String name) implements ApiPath {

  /**
   * Checks what becomes part of the path.
   *
   * @throws ApiException with client-go's message
   */
  public ObjectPath {
    requireName(name);
    if (all.type().namespaced() && all.namespace().isEmpty()) {
      throw ApiException.unsendable(
          "an empty namespace may not be set when a resource name is provided");
    }
  }

  /**
   * Refuses what can be the name of no object.
   *
   * @throws ApiException with client-go's message
   */
  public static void requireName(String name) {
    PathSegment.of("resource name", name);
  }

  @Override
  public String text() {
    return all.text() + "/" + PathSegment.of("resource name", name);
  }
}
