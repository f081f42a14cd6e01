package dev.pintle.apply.files;

import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.StoredManifest;
import dev.pintle.chart.ChartJson;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What {@code release.yaml} says: which release a directory holds, and which of its files are the
 * release's. It has no times, so that the same release gives the same bytes.
 *
 * @param content the file as a table
 */
record ReleaseIndex(Table content) {

  static final String FILE = "release.yaml";

  private static final String HEAD =
      "# Written with the files below. Those are the release's: what leaves the chart is"
          + " deleted.\n";

  /** The index of a release. */
  static ReleaseIndex of(
      Release release, int revision, String description, Collection<ObjectFile> files) {
    Table content = new Table();
    content.put("name", release.name());
    content.put("namespace", release.namespace());
    content.put("revision", (long) revision);
    content.put("description", description);
    content.put("chart", ChartJson.write(release.chart()).get("metadata"));
    content.put("values", release.values());
    content.put("notes", release.notes());
    List<Object> names = new ArrayList<>();
    Table digests = new Table();
    for (ObjectFile file : files) {
      names.add(file.name());
      digests.put(file.name(), FileDigest.of(file.text()));
    }
    content.put("files", Sequence.copyOf(names));
    content.put("digests", digests);
    return new ReleaseIndex(content);
  }

  static ReleaseIndex read(String text, String file) {
    return new ReleaseIndex(YamlReader.readMap(text, ReadOptions.of(file).withIntegers()));
  }

  String text() {
    try {
      return HEAD + YamlWriter.write(content);
    } catch (YamlWriteException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return String.valueOf(content.get("name"));
  }

  String namespace() {
    return String.valueOf(content.get("namespace"));
  }

  int revision() {
    return content.get("revision") instanceof Number number ? number.intValue() : 1;
  }

  /** The names of the release's files, in install order. */
  List<String> files() {
    return content.get("files") instanceof Sequence files
        ? files.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** What a file is known again by as it was written; empty if that was not noted. */
  String digest(String file) {
    return content.get("digests") instanceof Table digests
        ? String.valueOf(digests.getOrDefault(file, ""))
        : "";
  }

  /** True if both say the same but for the revision. */
  boolean saysTheSameAs(ReleaseIndex other) {
    Table one = content.deepCopy();
    one.put("revision", other.content.get("revision"));
    return new ReleaseIndex(one).text().equals(other.text());
  }

  /**
   * The index as a record.
   *
   * @param texts the files by name
   * @param writtenAt when the index was written
   */
  ReleaseRecord record(Map<String, String> texts, Instant writtenAt) {
    StringBuilder manifest = new StringBuilder();
    texts.forEach(
        (name, text) ->
            manifest
                .append("---\n# Source: ")
                .append(Visible.name(name))
                .append('\n')
                .append(text));
    Table chart = new Table();
    chart.put("metadata", content.get("chart"));
    return new ReleaseRecord(
        name(),
        namespace(),
        revision(),
        new ReleaseRecord.Info(
            writtenAt,
            writtenAt,
            null,
            ReleaseStatus.DEPLOYED,
            String.valueOf(content.get("description")),
            String.valueOf(content.get("notes"))),
        ChartJson.read(chart),
        content.get("values") instanceof Table values ? values : new Table(),
        manifest.toString(),
        List.<RecordedHook>of(),
        Map.of(),
        ReleaseRecord.Method.CLIENT_SIDE);
  }

  /** True if a file's object asks to be kept. */
  static boolean isKept(String text) {
    for (Resource resource : StoredManifest.resources(text)) {
      String policy = resource.annotations().getOrDefault("helm.sh/resource-policy", "");
      if (policy.strip().equalsIgnoreCase("keep")) {
        return true;
      }
    }
    return false;
  }
}
