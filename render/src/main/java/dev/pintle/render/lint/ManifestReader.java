package dev.pintle.render.lint;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.yaml.CoercedText;
import dev.pintle.go.yaml.DocumentSplitter;
import dev.pintle.go.yaml.JsonTypes;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.values.Table;
import java.util.Locale;

/**
 * Reads the documents of a manifest one after the other, as the decoder of Kubernetes' apimachinery
 * does it for Helm's linter.
 */
final class ManifestReader {

  private static final String STRUCT = "k8sYamlStruct";

  private final ReadOptions options;
  private final DocumentSplitter documents;

  /**
   * What the linter looks at of an object; what is not there is empty.
   *
   * @param object the whole of it
   */
  record Head(String apiVersion, String kind, String name, Table object) {}

  ManifestReader(String file, String text, Budget budget) {
    this.options = ReadOptions.of(file).within(budget).withIntegers();
    this.documents = new DocumentSplitter(text, options);
  }

  /** Goes to the next document; false if there is none. */
  boolean next() {
    return documents.next();
  }

  /**
   * The head of the current document; null if it is empty.
   *
   * @throws PintleException with Helm's message if it is not to be read as an object
   */
  Head head() {
    Object value = YamlReader.read(documents.text(), options.withFirstLine(documents.firstLine()));
    if (value == null) {
      return null;
    } else if (!(value instanceof Table object)) {
      throw JsonTypes.mismatch(value, "Go value of type rules." + STRUCT);
    } else {
      Object metadata = field(object, "metadata");
      if (metadata != null && !(metadata instanceof Table)) {
        throw JsonTypes.mismatch(
            metadata, "Go struct field " + STRUCT + ".Metadata of type rules.k8sYamlMetadata");
      }
      Table inner = metadata == null ? new Table() : (Table) metadata;
      text(inner, "namespace", ".Metadata.Namespace");
      return new Head(
          text(object, "apiversion", ".apiVersion"),
          text(object, "kind", ".Kind"),
          text(inner, "name", ".Metadata.Name"),
          object);
    }
  }

  private static String text(Table table, String name, String goPath) {
    Object value = field(table, name);
    String text = value == null ? "" : CoercedText.asField(value);
    if (text != null) {
      return text;
    }
    throw JsonTypes.mismatch(value, "Go struct field " + STRUCT + goPath + " of type string");
  }

  /** The last in byte order of the keys that are the same but for case. */
  private static Object field(Table table, String name) {
    Object found = null;
    for (Table.Slot slot : table.sorted()) {
      if (slot.getKey().toLowerCase(Locale.ROOT).equals(name) && slot.getValue() != null) {
        found = slot.getValue();
      }
    }
    return found;
  }
}
