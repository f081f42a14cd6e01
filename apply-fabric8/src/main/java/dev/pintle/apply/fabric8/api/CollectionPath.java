package dev.pintle.apply.fabric8.api;

/**
 * All objects of a type: what is listed, watched, and added to. It cannot be deleted.
 *
 * @param namespace empty for all namespaces, and for types that have none
 */
public record CollectionPath(ResourceType type, String namespace) implements ApiPath {

  /**
   * Checks what becomes part of the path.
   *
   * @throws ApiException with client-go's message
   */
  public CollectionPath {
    namespace = type.namespaced() ? namespace : "";
    text(type, namespace);
  }

  /**
   * Refuses what can be the name of no namespace.
   *
   * @throws ApiException with client-go's message
   */
  public static void requireNamespace(String namespace) {
    PathSegment.of("namespace", namespace);
  }

  @Override
  public String text() {
    return text(type, namespace);
  }

  private static String text(ResourceType type, String namespace) {
    String within =
        namespace.isEmpty() ? "" : "/namespaces/" + PathSegment.of("namespace", namespace);
    return ServerPath.root(type.group(), type.version())
        + within
        + "/"
        + PathSegment.of("resource", type.plural());
  }
}
