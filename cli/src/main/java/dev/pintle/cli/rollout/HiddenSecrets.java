package dev.pintle.cli.rollout;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.release.manifest.ManifestHead;
import dev.pintle.release.manifest.ManifestHeadReader;

/** Takes Secrets out of what a dry run shows: {@code --hide-secret}. */
final class HiddenSecrets {

  private static final String IN_PLACE = "# HIDDEN: The Secret output has been suppressed\n";

  private HiddenSecrets() {}

  /** The record with the content of each Secret replaced by a comment. */
  static ReleaseRecord in(ReleaseRecord release) {
    StringBuilder manifest = new StringBuilder();
    for (ManifestDocuments.Document document : ManifestDocuments.split(release.manifest())) {
      ManifestHead head = ManifestHeadReader.read(document.text());
      boolean secret = head.kind().equals("Secret") && head.apiVersion().equals("v1");
      String text = document.text();
      manifest.append("---\n");
      manifest.append(secret ? text.substring(0, text.indexOf('\n') + 1) + IN_PLACE : text);
    }
    return release.withManifest(manifest.toString());
  }
}
