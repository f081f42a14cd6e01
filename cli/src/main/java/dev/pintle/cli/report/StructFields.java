package dev.pintle.cli.report;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which Go writes the fields of Helm's structs in JSON. A release's record is a map
 * here, which has the order of its keys.
 *
 * @param fields the fields in their order; whatever else there is comes after them
 * @param inner those of them that hold structs, or lists of structs
 */
public record StructFields(List<String> fields, Map<String, StructFields> inner) {

  /** A chart's dependency. */
  public static final StructFields DEPENDENCY =
      of("name", "version", "repository", "condition", "tags", "enabled", "import-values", "alias");

  private static final StructFields CHART =
      of("metadata", "lock", "templates", "values", "schema", "schemamodtime", "files")
          .with("metadata", metadata())
          .with("lock", of("generated", "digest", "dependencies").with("dependencies", DEPENDENCY))
          .with("templates", of("name", "data"))
          .with("files", of("name", "data"));

  /** A release. */
  static final StructFields RELEASE =
      of(
              "name",
              "info",
              "chart",
              "config",
              "manifest",
              "hooks",
              "version",
              "namespace",
              "apply_method")
          .with(
              "info",
              of(
                  "first_deployed",
                  "last_deployed",
                  "deleted",
                  "description",
                  "status",
                  "notes",
                  "resources"))
          .with("chart", CHART)
          .with("hooks", hook());

  private static StructFields metadata() {
    return of(
            "name",
            "home",
            "sources",
            "version",
            "description",
            "keywords",
            "maintainers",
            "icon",
            "apiVersion",
            "condition",
            "tags",
            "appVersion",
            "deprecated",
            "annotations",
            "kubeVersion",
            "dependencies",
            "type")
        .with("maintainers", of("name", "email", "url"))
        .with("dependencies", DEPENDENCY);
  }

  private static StructFields hook() {
    return of(
            "name",
            "kind",
            "path",
            "manifest",
            "events",
            "last_run",
            "weight",
            "delete_policies",
            "output_log_policies")
        .with("last_run", of("started_at", "completed_at", "phase"));
  }

  private static StructFields of(String... fields) {
    return new StructFields(List.of(fields), Map.of());
  }

  private StructFields with(String field, StructFields struct) {
    Map<String, StructFields> more = new LinkedHashMap<>(inner);
    more.put(field, struct);
    return new StructFields(fields, more);
  }

  /** The same data in the order of the struct. */
  public Map<String, Object> ordered(Table table) {
    Map<String, Object> struct = new LinkedHashMap<>();
    for (String field : fields) {
      if (table.containsKey(field)) {
        struct.put(field, ordered(field, table.get(field)));
      }
    }
    table.slots().forEach(slot -> struct.putIfAbsent(slot.getKey(), slot.getValue()));
    return struct;
  }

  private Object ordered(String field, Object value) {
    StructFields struct = inner.get(field);
    if (struct != null && value instanceof Table table) {
      return struct.ordered(table);
    } else if (struct != null && value instanceof Sequence items) {
      return items.stream()
          .map(item -> item instanceof Table table ? struct.ordered(table) : item)
          .toList();
    }
    return value;
  }
}
