package dev.pintle.cli.render;

import dev.pintle.chart.PathPattern;
import dev.pintle.release.manifest.ManifestDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Picks from a manifest the documents that a template made: {@code --show-only}. */
final class ShowOnly {

  private static final Pattern SOURCE = Pattern.compile("# Source: [^/]+/(.+)", Pattern.UNIX_LINES);

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
      Matcher source = SOURCE.matcher(document.text());
      if (source.find() && wanted.matches(source.group(1))) {
        matching.add(document.text());
      }
    }
    return matching;
  }
}
