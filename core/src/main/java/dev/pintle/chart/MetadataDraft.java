package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.semver.Version;
import dev.pintle.go.semver.VersionException;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code Chart.yaml} says while it is read and checked; {@code requirements.yaml} of older
 * charts is read into the same fields.
 */
final class MetadataDraft {

  private final String file;
  private final Map<String, Position> positions = new HashMap<>();
  private String name = "";
  private String home = "";
  private List<String> sources = List.of();
  private String version = "";
  private String description = "";
  private List<String> keywords = List.of();
  private List<Maintainer> maintainers = List.of();
  private String icon = "";
  private String apiVersion = "";
  private String condition = "";
  private String tags = "";
  private String appVersion = "";
  private boolean deprecated;
  private final Map<String, String> annotations = new TreeMap<>(GoStrings.BYTE_ORDER);
  private String kubeVersion = "";

  /** Null where no file declares a list, not even an empty one. */
  private List<DependencyDraft> dependencies;

  private String type = "";

  /** Empty metadata. The path of {@code Chart.yaml} as the user knows it is for messages. */
  MetadataDraft(String file) {
    this.file = file;
  }

  /**
   * Reads a file over what is there. Keys are told from each other without regard to case, and of
   * several that are the same the last in byte order wins, as with Go's decoder.
   *
   * @throws StructMismatchException if a field has the wrong type
   */
  void read(Table content) {
    for (Table.Slot slot : content.sorted()) {
      String key = slot.getKey().toLowerCase(Locale.ROOT);
      positions.put(key, slot.position());
      if (slot.getValue() != null) {
        set(key, new StructField("Metadata", goName(key), slot.getValue(), slot.position()));
      } else if (key.equals("dependencies")) {
        dependencies = null;
      }
    }
  }

  private static String goName(String key) {
    return switch (key) {
      case "apiversion" -> "apiVersion";
      case "appversion" -> "appVersion";
      case "kubeversion" -> "kubeVersion";
      default -> key;
    };
  }

  private void set(String key, StructField field) {
    switch (key) {
      case "name" -> name = field.text();
      case "home" -> home = field.text();
      case "sources" -> sources = field.texts();
      case "version" -> version = field.text();
      case "description" -> description = field.text();
      case "keywords" -> keywords = field.texts();
      case "maintainers" -> maintainers = readMaintainers(field);
      case "icon" -> icon = field.text();
      case "apiversion" -> apiVersion = field.text();
      case "condition" -> condition = field.text();
      case "tags" -> tags = field.text();
      case "appversion" -> appVersion = field.text();
      case "deprecated" -> deprecated = field.flag();
      case "annotations" -> field.textsInto(annotations);
      case "kubeversion" -> kubeVersion = field.text();
      case "dependencies" -> dependencies = DependencyDraft.readAll(field, dependencies);
      case "type" -> type = field.text();
      default -> {
        // Go's decoder leaves out what the struct has no field for.
      }
    }
  }

  private static List<Maintainer> readMaintainers(StructField field) {
    List<Maintainer> read = new ArrayList<>();
    Sequence items = field.list("[]*v2.Maintainer");
    for (Object item : items) {
      if (item == null) {
        read.add(null);
      } else if (item instanceof Table table) {
        read.add(readMaintainer(table, field.path()));
      } else {
        throw field.mismatch(item, "v2.Maintainer");
      }
    }
    return read;
  }

  private static Maintainer readMaintainer(Table table, String path) {
    String[] fields = {"", "", ""};
    List<String> names = List.of("name", "email", "url");
    for (Table.Slot slot : table.sorted()) {
      String key = slot.getKey().toLowerCase(Locale.ROOT);
      int index = names.indexOf(key);
      if (index >= 0 && slot.getValue() != null) {
        fields[index] =
            new StructField("Maintainer", path + "." + key, slot.getValue(), slot.position())
                .text();
      }
    }
    return new Maintainer(fields[0], fields[1], fields[2]);
  }

  /** A chart that does not say its API version is of the first. */
  void assumeFirstApiVersion() {
    if (apiVersion.isEmpty()) {
      apiVersion = "v1";
    }
  }

  /** True for charts whose dependencies stand in {@code requirements.yaml}. */
  boolean isFirstApiVersion() {
    return apiVersion.equals("v1");
  }

  String name() {
    return name;
  }

  /**
   * Cleans the texts, then checks them.
   *
   * @throws ChartFileException with Helm's message for the first fault
   */
  void validate() {
    sanitizeAll();
    if (apiVersion.isEmpty()) {
      throw invalid("apiversion", "chart.metadata.apiVersion is required");
    } else if (name.isEmpty()) {
      throw invalid("name", "chart.metadata.name is required");
    } else if (name.equals(".") || name.equals("..")) {
      throw invalid("name", "chart.metadata.name " + GoQuotes.quote(name) + " is not allowed");
    } else if (!name.equals(lastPart(name))) {
      throw invalid("name", "chart.metadata.name " + GoQuotes.quote(name) + " is invalid");
    } else if (version.isEmpty()) {
      throw invalid("version", "chart.metadata.version is required");
    } else if (!isVersion(version)) {
      throw invalid("version", "chart.metadata.version " + GoQuotes.quote(version) + " is invalid");
    } else if (!List.of("", "application", "library").contains(type)) {
      throw invalid("type", "chart.metadata.type must be application or library");
    } else if (maintainers.contains(null)) {
      throw invalid("maintainers", "maintainers must not contain empty or null nodes");
    }
    if (dependencies != null) {
      validateDependencies();
    }
  }

  private void validateDependencies() {
    Set<String> names = new HashSet<>();
    for (DependencyDraft dependency : dependencies) {
      if (dependency == null) {
        throw invalid("dependencies", "dependencies must not contain empty or null nodes");
      }
      dependency.sanitize();
      if (!dependency.hasLegalAlias()) {
        throw invalid(
            "dependencies",
            "dependency "
                + GoQuotes.quote(dependency.name())
                + " has disallowed characters in the alias");
      }
      if (!names.add(dependency.nameInParent())) {
        throw invalid(
            "dependencies",
            "more than one dependency with name or alias "
                + GoQuotes.quote(dependency.nameInParent()));
      }
    }
  }

  private void sanitizeAll() {
    name = sanitize(name);
    description = sanitize(description);
    home = sanitize(home);
    icon = sanitize(icon);
    condition = sanitize(condition);
    tags = sanitize(tags);
    appVersion = sanitize(appVersion);
    kubeVersion = sanitize(kubeVersion);
    sources = sources.stream().map(MetadataDraft::sanitize).toList();
    keywords = keywords.stream().map(MetadataDraft::sanitize).toList();
    List<Maintainer> clean = new ArrayList<>();
    for (Maintainer m : maintainers) {
      clean.add(
          m == null
              ? null
              : new Maintainer(sanitize(m.name()), sanitize(m.email()), sanitize(m.url())));
    }
    maintainers = clean;
  }

  /** Every kind of space becomes a plain one, what cannot be printed goes. */
  static String sanitize(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x10000 && GoStrings.isSpace((char) c)) {
                clean.append(' ');
              } else if (GoQuotes.isPrint(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  /** Go's {@code filepath.Base} of a name that is not empty. */
  private static String lastPart(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.equals("/") ? path : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static boolean isVersion(String text) {
    try {
      Version.parse(text);
      return true;
    } catch (VersionException e) {
      return false;
    }
  }

  private ChartFileException invalid(String key, String problem) {
    Position position = positions.get(key);
    return new ChartFileException(
        Diagnostic.Kind.CHART,
        "validation: " + problem,
        position == null ? new Position(file, 0, 0) : position,
        null);
  }

  /** Where in the list of maintainers the first null stands; -1 if there is none. */
  int emptyMaintainer() {
    for (int i = 0; i < maintainers.size(); i++) {
      if (maintainers.get(i) == null) {
        return i;
      }
    }
    return -1;
  }

  /** What was read; items that are null are left out. */
  Metadata toMetadata() {
    return new Metadata(
        name,
        home,
        sources,
        version,
        description,
        keywords,
        maintainers.stream().filter(Objects::nonNull).toList(),
        icon,
        apiVersion,
        condition,
        tags,
        appVersion,
        deprecated,
        annotations,
        kubeVersion,
        dependencies != null,
        dependencies == null
            ? List.of()
            : dependencies.stream()
                .filter(Objects::nonNull)
                .map(DependencyDraft::toDependency)
                .toList(),
        type);
  }
}
