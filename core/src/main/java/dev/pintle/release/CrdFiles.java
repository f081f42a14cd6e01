package dev.pintle.release;

import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.release.manifest.ManifestHeadReader;
import java.util.List;

/** Reads the files of {@code crds/}, which Helm prints and installs as they are. Stateless. */
final class CrdFiles {

  private CrdFiles() {}

  /**
   * The objects of a file; each line of them comes from that line of the file.
   *
   * @throws PintleException if one is no YAML
   */
  static List<Resource> resources(ChartFile file) {
    return ManifestDocuments.split(file.text()).stream()
        .map(document -> resource(file, document))
        .toList();
  }

  private static Resource resource(ChartFile file, ManifestDocuments.Document document) {
    try {
      return new Resource(
          file.name(),
          document.text(),
          ManifestHeadReader.read(document.text()),
          index -> origin(file, document.start() + index));
    } catch (YamlException e) {
      throw new PintleException(
          "YAML parse error on " + Visible.name(file.name()) + ": " + e.getMessage(),
          Diagnostic.of(
              Diagnostic.Kind.MANIFEST, e.getMessage(), origin(file, document.start()).position()),
          e);
    }
  }

  private static Origin origin(ChartFile file, int index) {
    String text = file.text();
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    int lineEnd = text.indexOf('\n', lineStart);
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Origin(
        new Position(file.name(), line, index - lineStart + 1),
        text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd));
  }
}
