package dev.pintle.template;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.file.FileTree;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Limits;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The objects of a directory of files, asked as if they were a cluster. */
final class RecordedCluster implements ClusterReader {

  private record Entry(
      String apiVersion, String kind, String namespace, String name, Table object) {

    boolean answers(String askedVersion, String askedKind, String askedNamespace) {
      return apiVersion.equals(askedVersion)
          && kind.equals(askedKind)
          // An object without a namespace is found under any, as one of a kind that has none.
          && (askedNamespace.isEmpty() || namespace.isEmpty() || namespace.equals(askedNamespace));
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  RecordedCluster(Path directory) {
    FileTree tree = new FileTree(directory, Limits.defaults());
    try {
      tree.files(RecordedCluster::isManifest).forEach(file -> read(tree, file));
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static PintleException unreadable(Path path, IOException e) {
    String message = FileErrors.describe("open", path.toString(), e);
    return new PintleException(message, Diagnostic.of(Diagnostic.Kind.VALUES, message, null), e);
  }

  private void read(FileTree tree, Path file) {
    String text;
    try {
      text = GoStrings.fromBytes(tree.read(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    for (Table document : YamlReader.readValues(text, ReadOptions.of(file.toString()))) {
      add(document.freeze());
    }
  }

  private void add(Table document) {
    String kind = text(document, "kind");
    if (kind.endsWith("List") && document.get("items") instanceof Sequence items) {
      items.stream().filter(Table.class::isInstance).map(Table.class::cast).forEach(this::add);
    } else if (document.get("metadata") instanceof Table metadata) {
      entries.add(
          new Entry(
              text(document, "apiVersion"),
              kind,
              text(metadata, "namespace"),
              text(metadata, "name"),
              document));
    }
  }

  private static String text(Table table, String key) {
    return table.get(key) instanceof String text ? text : "";
  }

  /** Each answer is the asker's own, since templates may change it. */
  @Override
  public Table lookup(String apiVersion, String kind, String namespace, String name) {
    List<Table> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.answers(apiVersion, kind, namespace)
          && (name.isEmpty() || name.equals(entry.name()))) {
        found.add(entry.object().deepCopy());
      }
    }
    if (!name.isEmpty()) {
      return found.isEmpty() ? new Table() : found.get(0);
    }
    Table list = new Table();
    list.put("apiVersion", apiVersion);
    list.put("kind", kind + "List");
    list.put("items", Sequence.copyOf(found));
    return list;
  }
}
