package dev.pintle.chart;

import dev.pintle.go.time.Moment;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chart in the form in which Go's {@code encoding/json} writes Helm's struct {@code chart.Chart},
 * which is how release records hold it: without the charts below it. The times at which files were
 * changed are not written, and not read. Stateless.
 */
public final class ChartJson {

  private static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";
  private static final String ZERO_TIME = Moment.ZERO.format(RFC3339_NANO);

  private ChartJson() {}

  /** The chart as a table; its values are shared with the chart, not copied. */
  public static Table write(Chart chart) {
    Table table = new Table();
    table.put("metadata", metadata(chart.metadata()));
    table.put("lock", chart.lock().map(ChartJson::lock).orElse(null));
    table.put("templates", files(chart.templates()));
    table.put("values", chart.values());
    table.put("schema", chart.schema().map(ChartJson::base64).orElse(null));
    table.put("schemamodtime", ZERO_TIME);
    table.put("files", files(chart.files()));
    return table;
  }

  /**
   * Reads a chart; of what is not there, or null, the chart has nothing.
   *
   * @throws IllegalArgumentException if something has not the type that it has in Helm's struct
   */
  public static Chart read(Table table) {
    MetadataDraft metadata = new MetadataDraft("Chart.yaml");
    LockDraft lock = new LockDraft();
    Table described = table(table.get("metadata"), "metadata");
    Table locked = table(table.get("lock"), "lock");
    try {
      if (described != null) {
        metadata.read(described);
      }
      if (locked != null) {
        lock.read(locked);
      }
    } catch (StructMismatchException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    Table values = table(table.get("values"), "values");
    return new Chart(
        metadata.toMetadata(),
        Optional.ofNullable(locked == null ? null : lock.toLock()),
        values == null ? new Table() : values,
        Optional.ofNullable(bytes(table.get("schema"), "schema")),
        readFiles(table.get("templates"), "templates"),
        readFiles(table.get("files"), "files"),
        List.of());
  }

  private static Table metadata(Metadata metadata) {
    Table table = new Table();
    putText(table, "name", metadata.name());
    putText(table, "home", metadata.home());
    putList(table, "sources", metadata.sources());
    putText(table, "version", metadata.version());
    putText(table, "description", metadata.description());
    putList(table, "keywords", metadata.keywords());
    putList(
        table, "maintainers", metadata.maintainers().stream().map(ChartJson::maintainer).toList());
    putText(table, "icon", metadata.icon());
    putText(table, "apiVersion", metadata.apiVersion());
    putText(table, "condition", metadata.condition());
    putText(table, "tags", metadata.tags());
    putText(table, "appVersion", metadata.appVersion());
    putFlag(table, "deprecated", metadata.deprecated());
    if (!metadata.annotations().isEmpty()) {
      table.put("annotations", texts(metadata.annotations()));
    }
    putText(table, "kubeVersion", metadata.kubeVersion());
    putList(table, "dependencies", dependencies(metadata.dependencies()));
    putText(table, "type", metadata.type());
    return table;
  }

  private static Table maintainer(Maintainer maintainer) {
    Table table = new Table();
    putText(table, "name", maintainer.name());
    putText(table, "email", maintainer.email());
    putText(table, "url", maintainer.url());
    return table;
  }

  private static List<Table> dependencies(List<Dependency> dependencies) {
    return dependencies.stream().map(ChartJson::dependency).toList();
  }

  private static Table dependency(Dependency dependency) {
    Table table = new Table();
    table.put("name", dependency.name());
    putText(table, "version", dependency.version());
    table.put("repository", dependency.repository());
    putText(table, "condition", dependency.condition());
    putList(table, "tags", dependency.tags());
    putFlag(table, "enabled", dependency.enabled());
    putList(table, "import-values", dependency.importValues());
    putText(table, "alias", dependency.alias());
    return table;
  }

  private static Table lock(Lock lock) {
    Table table = new Table();
    table.put("generated", lock.generated().format(RFC3339_NANO));
    table.put("digest", lock.digest());
    List<Table> dependencies = dependencies(lock.dependencies());
    table.put("dependencies", dependencies.isEmpty() ? null : Sequence.copyOf(dependencies));
    return table;
  }

  private static Sequence files(List<ChartFile> files) {
    List<Table> tables = new ArrayList<>();
    for (ChartFile file : files) {
      Table table = new Table();
      table.put("name", file.name());
      table.put("data", base64(file.data()));
      tables.add(table);
    }
    return tables.isEmpty() ? null : Sequence.copyOf(tables);
  }

  private static Table texts(Map<String, String> map) {
    Table table = new Table();
    map.forEach(table::put);
    return table;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void putText(Table table, String key, String text) {
    if (!text.isEmpty()) {
      table.put(key, text);
    }
  }

  private static void putFlag(Table table, String key, boolean flag) {
    if (flag) {
      table.put(key, true);
    }
  }

  private static void putList(Table table, String key, Collection<?> items) {
    if (!items.isEmpty()) {
      table.put(key, Sequence.copyOf(items));
    }
  }

  private static List<ChartFile> readFiles(Object value, String path) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Sequence items)) {
      throw mismatch(path, "a list");
    }
    List<ChartFile> files = new ArrayList<>();
    for (Object item : items) {
      Table file = table(item, path);
      if (file != null) {
        byte[] data = bytes(file.get("data"), path + ".data");
        String name = file.get("name") instanceof String text ? text : "";
        files.add(new ChartFile(name, data == null ? new byte[0] : data));
      }
    }
    return files;
  }

  private static byte[] bytes(Object value, String path) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw mismatch(path, "a string");
    }
    return Base64.getDecoder().decode(text);
  }

  private static Table table(Object value, String path) {
    if (value != null && !(value instanceof Table)) {
      throw mismatch(path, "an object");
    }
    return (Table) value;
  }

  private static IllegalArgumentException mismatch(String path, String expected) {
    return new IllegalArgumentException("the chart's " + path + " is not " + expected);
  }
}
