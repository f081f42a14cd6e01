package dev.pintle.schema.kubernetes;

import dev.pintle.chart.ChartFile;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import dev.pintle.release.manifest.ManifestHeadReader;
import dev.pintle.values.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Releases of one object, as if a template had rendered it. */
final class RenderedObject {

  private RenderedObject() {}

  static Release release(String text) {
    return release(text, List.of());
  }

  /**
   * A release of one object, with its chart's {@code crds/}.
   *
   * @param crds the text of each file
   */
  static Release release(String text, List<String> crds) {
    return new Release(
        "rel",
        "ns",
        1,
        null,
        new Table(),
        crds.stream()
            .map(crd -> new ChartFile("c/crds/x.yaml", crd.getBytes(StandardCharsets.UTF_8)))
            .toList(),
        List.of(
            new Resource(
                "c/templates/x.yaml", text, ManifestHeadReader.read(text), Resource.Trace.UNKNOWN)),
        List.of(),
        "",
        Release.Parts.DEFAULT,
        List.of());
  }
}
