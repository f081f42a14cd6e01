package dev.pintle.cli.fleet;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.file.GivenFile;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Limits;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The file that lists the releases of an environment repository, in YAML or JSON: {@code
 * {"releases": [...]}}. Paths in it are relative to it.
 */
final class FleetFile {

  /**
   * One release.
   *
   * @param id the name of its output file
   */
  record Entry(
      String id,
      String name,
      String namespace,
      Path chart,
      List<Path> values,
      List<String> set,
      String kubeVersion,
      List<String> apiVersions,
      boolean includeCrds,
      boolean isUpgrade,
      boolean skipTests) {

    /**
     * What is asked for; values files are read now.
     *
     * @param limits what values may hold
     * @param warn whether to look for more than Helm warns of
     */
    ReleaseRequest request(Limits limits, boolean warn) {
      return ReleaseRequest.of(
          builder -> {
            builder.name(name).limits(limits).apiVersions(apiVersions);
            if (!namespace.isEmpty()) {
              builder.namespace(namespace);
            }
            if (!kubeVersion.isEmpty()) {
              builder.kubeVersion(kubeVersion);
            }
            values.forEach(builder::valuesFrom);
            set.forEach(builder::set);
            builder.includeCrds(includeCrds).isUpgrade(isUpgrade).skipTests(skipTests).warn(warn);
          });
    }
  }

  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "namespace",
          "chart",
          "values",
          "set",
          "kubeVersion",
          "apiVersions",
          "includeCrds",
          "isUpgrade",
          "skipTests");

  private final Path directory;
  private final String file;
  private final String text;
  private final List<Diagnostic> warnings = new ArrayList<>();

  private FleetFile(Path path, String text) {
    this.directory = path.toAbsolutePath().getParent();
    this.file = path.toString();
    this.text = text;
  }

  /**
   * What is in the file.
   *
   * @param warnings of keys that a release does not have
   */
  record Fleet(List<Entry> entries, List<Diagnostic> warnings) {}

  /**
   * Reads a fleet.
   *
   * @param limits how large the file may be, and how long one waits for it
   * @throws PintleException if it cannot be read, or is no fleet
   */
  static Fleet read(Path path, Limits limits) {
    String text;
    try {
      text = GoStrings.fromBytes(GivenFile.read(path, limits));
    } catch (IOException e) {
      String message = FileErrors.describe("open", path.toString(), e);
      throw new PintleException(message, Diagnostic.of(Diagnostic.Kind.VALUES, message, null), e);
    }
    FleetFile file = new FleetFile(path, text);
    List<Entry> entries = file.entries(YamlReader.read(text, ReadOptions.of(path.toString())));
    return new Fleet(entries, file.warnings);
  }

  private List<Entry> entries(Object fleet) {
    if (!(fleet instanceof Table table) || !(table.get("releases") instanceof Sequence releases)) {
      throw wrong(
          new Position(file, 1, 1), "a fleet has a list of releases: {\"releases\": [...]}");
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < releases.size(); i++) {
      Position position = releases.positionOf(i);
      if (!(releases.get(i) instanceof Table release)) {
        throw wrong(position, "a release is a map, not " + GoType.nameOf(releases.get(i)));
      }
      Entry entry = entry(release, position);
      if (!ids.add(entry.id())) {
        throw wrong(position, "two releases have the id " + entry.id());
      }
      entries.add(entry);
    }
    return entries;
  }

  private Entry entry(Table release, Position position) {
    warnOfUnknownKeys(release);
    String name = text(release, "name");
    String chart = text(release, "chart");
    String id = text(release, "id").isEmpty() ? name : text(release, "id");
    if (name.isEmpty() || chart.isEmpty()) {
      throw wrong(position, "a release needs a name and a chart");
    } else if (id.equals(".")
        || id.equals("..")
        || !TextParts.all(id, c -> "/\\\0".indexOf(c) < 0)) {
      throw wrong(position, "the id of a release is the name of a file, not " + GoQuotes.quote(id));
    }
    return new Entry(
        id,
        name,
        text(release, "namespace"),
        directory.resolve(chart),
        texts(release, "values").stream().map(directory::resolve).toList(),
        texts(release, "set"),
        text(release, "kubeVersion"),
        texts(release, "apiVersions"),
        flag(release, "includeCrds"),
        flag(release, "isUpgrade"),
        flag(release, "skipTests"));
  }

  private void warnOfUnknownKeys(Table release) {
    for (Table.Slot slot : release.sorted()) {
      if (!KEYS.contains(slot.getKey())) {
        String nearest = Spelling.nearest(slot.getKey(), KEYS);
        warnings.add(
            Diagnostic.of(
                    Diagnostic.Kind.UNKNOWN_VALUE,
                    "a release has no `" + slot.getKey() + "`",
                    slot.position())
                .withHint(nearest == null ? null : new Hint.DidYouMean(nearest, null)));
      }
    }
  }

  private String text(Table release, String key) {
    Object value = release.get(key);
    if (value == null) {
      return "";
    } else if (value instanceof String text) {
      return text;
    }
    throw wrong(release.positionOf(key), key + " is a string, not " + GoType.nameOf(value));
  }

  private boolean flag(Table release, String key) {
    Object value = release.get(key);
    if (value == null) {
      return false;
    } else if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(release.positionOf(key), key + " is true or false, not " + GoType.nameOf(value));
  }

  private List<String> texts(Table release, String key) {
    Object value = release.get(key);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof Sequence items) {
      items.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
      if (texts.size() == items.size()) {
        return texts;
      }
    }
    throw wrong(release.positionOf(key), key + " is a list of strings");
  }

  private PintleException wrong(Position position, String message) {
    return new PintleException(
        position + ": " + message,
        Diagnostic.of(Diagnostic.Kind.VALUES, message, position).withPrivateSourceFrom(text));
  }
}
