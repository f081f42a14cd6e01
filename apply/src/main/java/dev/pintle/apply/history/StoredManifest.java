package dev.pintle.apply.history;

import dev.pintle.release.Resource;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.release.manifest.ManifestHeadReader;
import java.util.ArrayList;
import java.util.List;

/** Reads the manifest of a record back into its resources. */
public final class StoredManifest {

  private static final String SOURCE = "# Source: ";

  private StoredManifest() {}

  /**
   * The resources of a manifest, in its order.
   *
   * @throws dev.pintle.go.yaml.YamlException if a document cannot be read
   */
  public static List<Resource> resources(String manifest) {
    List<Resource> resources = new ArrayList<>();
    for (ManifestDocuments.Document document : ManifestDocuments.split(manifest)) {
      String text = document.text();
      String source = "";
      if (text.startsWith(SOURCE)) {
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        source = text.substring(SOURCE.length(), end);
        text = text.substring(Math.min(end + 1, text.length()));
      }
      resources.add(
          new Resource(source, text, ManifestHeadReader.read(text), Resource.Trace.UNKNOWN));
    }
    return resources;
  }
}
