package dev.pintle.release.manifest;

import java.util.Map;

/**
 * What a rendered document says of itself; what it does not say is empty.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param name from its metadata
 * @param annotations from its metadata
 */
public record ManifestHead(
    String apiVersion, String kind, String name, Map<String, String> annotations) {

  /** The map is copied. */
  public ManifestHead {
    annotations = Map.copyOf(annotations);
  }
}
