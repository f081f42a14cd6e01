package dev.pintle.release;

/**
 * One rendered Kubernetes object.
 *
 * @param source the template that made it, by its name in the release, such as {@code
 *     app/templates/deployment.yaml}
 * @param text the document as it was rendered, without its {@code ---}
 * @param head what it says of itself
 */
public record Resource(String source, String text, ManifestHead head) {

  /** The kind, empty if the document has none. */
  public String kind() {
    return head.kind();
  }

  /** The name, empty if the document has none. */
  public String name() {
    return head.name();
  }
}
