package dev.pintle.apply.files;

import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.ObjectDifference.Kind;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.compare.FieldComparison;
import dev.pintle.apply.compare.SecretValues;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects in files, compared with each other. */
final class FileContent {

  private FileContent() {}

  /**
   * Who changed fields.
   *
   * @param byPath the last change of a field; one that is not there was not committed
   */
  record Authors(Map<String, GitHistory.Version> byPath) implements FieldComparison.Guide {

    static final Authors UNKNOWN = new Authors(Map.of());

    @Override
    public Authors field(String name) {
      return this;
    }

    @Override
    public Authors items(Object before, Object after) {
      return this;
    }

    @Override
    public Set<String> itemFields() {
      return Set.of();
    }

    @Override
    public FieldDifference difference(String path, Object before, Object after) {
      GitHistory.Version change = byPath.get(path);
      return change == null
          ? new FieldDifference(path, before, after, "", null)
          : new FieldDifference(path, before, after, change.author(), change.at());
    }
  }

  /** The object of a file; one that is no YAML has no fields that anybody could read. */
  static Table object(String text) {
    try {
      return YamlReader.readMap(text, ReadOptions.defaults());
    } catch (PintleException unreadable) {
      return new Table();
    }
  }

  static List<FieldDifference> fields(String before, String after, Authors authors) {
    return FieldComparison.compare(object(before), object(after), authors);
  }

  static ObjectDifference same(ObjectRef object, String source, String text) {
    Table shown = SecretValues.masked(object(text), null);
    return new ObjectDifference(object, Kind.SAME, source, List.of(), shown, shown);
  }

  static ObjectDifference added(ObjectRef object, String source, String wanted) {
    return new ObjectDifference(
        object, Kind.ADDED, source, List.of(), null, SecretValues.masked(object(wanted), null));
  }

  static ObjectDifference removed(ObjectRef object, String there, boolean kept) {
    return new ObjectDifference(
        object,
        kept ? Kind.KEPT : Kind.REMOVED,
        "",
        List.of(),
        SecretValues.masked(object(there), null),
        null);
  }

  /** Of two texts that are not the same; no fields differ if only their form does. */
  static ObjectDifference changed(
      ObjectRef object, String source, String there, String wanted, Authors authors) {
    Table before = object(there);
    Table after = object(wanted);
    List<FieldDifference> fields = FieldComparison.compare(before, after, authors);
    boolean secret = SecretValues.areIn(before) || SecretValues.areIn(after);
    return new ObjectDifference(
        object,
        Kind.CHANGED,
        source,
        secret ? fields.stream().map(SecretValues::masked).toList() : fields,
        SecretValues.masked(before, null),
        SecretValues.masked(after, before));
  }
}
