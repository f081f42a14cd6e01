package dev.pintle.chart;

import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A dependency while the files that declare it are read. */
final class DependencyDraft {

  static final String GO_LIST = "[]*v2.Dependency";

  private String name = "";
  private String version = "";
  private String repository = "";
  private String condition = "";
  private List<String> tags = List.of();
  private boolean enabled;
  private List<Object> importValues = List.of();
  private String alias = "";

  /**
   * Reads a list of dependencies. An item is read into the one that has its place already, if there
   * is one, as Go's decoder does it.
   *
   * @return the new list, in which a null item is null
   */
  static List<DependencyDraft> readAll(StructField field, List<DependencyDraft> existing) {
    List<DependencyDraft> drafts = new ArrayList<>();
    Sequence items = field.list(GO_LIST);
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      if (item == null) {
        drafts.add(null);
      } else if (item instanceof Table table) {
        boolean known = existing != null && i < existing.size() && existing.get(i) != null;
        DependencyDraft draft = known ? existing.get(i) : new DependencyDraft();
        draft.read(table, field.path());
        drafts.add(draft);
      } else {
        throw field.mismatch(item, "v2.Dependency");
      }
    }
    return drafts;
  }

  private void read(Table table, String path) {
    for (Table.Slot slot : table.sorted()) {
      String key = slot.getKey().toLowerCase(Locale.ROOT);
      StructField field =
          new StructField("Dependency", path + "." + key, slot.getValue(), slot.position());
      if (slot.getValue() != null) {
        set(key, field);
      }
    }
  }

  private void set(String key, StructField field) {
    switch (key) {
      case "name" -> name = field.text();
      case "version" -> version = field.text();
      case "repository" -> repository = field.text();
      case "condition" -> condition = field.text();
      case "tags" -> tags = field.texts();
      case "enabled" -> enabled = field.flag();
      case "import-values" -> importValues = new ArrayList<>(field.list("[]interface {}"));
      case "alias" -> alias = field.text();
      default -> {
        // Go's decoder leaves out what the struct has no field for.
      }
    }
  }

  /** What the parent knows it by. */
  String nameInParent() {
    return alias.isEmpty() ? name : alias;
  }

  String name() {
    return name;
  }

  /** Cleans the texts. */
  void sanitize() {
    name = MetadataDraft.sanitize(name);
    version = MetadataDraft.sanitize(version);
    repository = MetadataDraft.sanitize(repository);
    condition = MetadataDraft.sanitize(condition);
    tags = tags.stream().map(MetadataDraft::sanitize).toList();
  }

  /** An alias becomes part of paths and of values' names. */
  boolean hasLegalAlias() {
    return TextParts.all(alias, c -> TextParts.isAlphanumeric(c) || c == '_' || c == '-');
  }

  Dependency toDependency() {
    return new Dependency(name, version, repository, condition, tags, enabled, importValues, alias);
  }
}
