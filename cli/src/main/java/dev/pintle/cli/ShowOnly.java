package dev.pintle.cli;

import dev.pintle.release.ManifestDocuments;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Picks from a manifest the documents that a template made: {@code --show-only}. */
final class ShowOnly {

  private static final java.util.regex.Pattern SOURCE =
      java.util.regex.Pattern.compile("# Source: [^/\\n]+/(.+)");

  private ShowOnly() {}

  /** The documents whose source, without the chart's name, matches a file name pattern. */
  static List<String> matching(String manifest, String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<String> matching = new ArrayList<>();
    for (String document : ManifestDocuments.split(manifest)) {
      Matcher source = SOURCE.matcher(document);
      if (source.find()
          && (source.group(1).equals(pattern) || matcher.matches(Path.of(source.group(1))))) {
        matching.add(document);
      }
    }
    return matching;
  }
}
