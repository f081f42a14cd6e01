package dev.pintle.cli.render;

import dev.pintle.chart.PathPattern;
import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.release.manifest.ManifestDocuments;
import java.util.ArrayList;
import java.util.List;

/** Picks from a manifest the documents that a template made: {@code --show-only}. */
final class ShowOnly {

  private static final LinearPattern SOURCE = LinearPattern.of("# Source: [^/]+/(.+)");

  private ShowOnly() {}

  /**
   * The documents whose source, without the chart's name, matches a {@link PathPattern}; none if it
   * is not well-formed.
   */
  static List<String> matching(String manifest, String pattern) {
    PathPattern wanted;
    try {
      wanted = PathPattern.of(pattern);
    } catch (PathPattern.BadPatternException matchesNothing) {
      return List.of();
    }
    List<String> matching = new ArrayList<>();
    for (ManifestDocuments.Document document : ManifestDocuments.split(manifest)) {
      List<String> source = SOURCE.groupsOfFirst(document.text());
      if (!source.isEmpty() && wanted.matches(source.get(1))) {
        matching.add(document.text());
      }
    }
    return matching;
  }
}
