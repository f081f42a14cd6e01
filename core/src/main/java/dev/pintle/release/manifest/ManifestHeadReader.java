package dev.pintle.release.manifest;

import dev.pintle.go.yaml.CoercedText;
import dev.pintle.go.yaml.JsonTypes;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the head of a rendered document, and checks that the whole of it is YAML, as Helm does by
 * decoding it into its {@code SimpleHead}: names of fields match without regard to case, the last
 * in byte order counts, and scalars of all types are taken where a string is wanted.
 */
public final class ManifestHeadReader {

  private static final ReadOptions OPTIONS = ReadOptions.defaults().withIntegers();
  private static final String METADATA_TYPE =
      "struct { Name string \"json:\\\"name\\\"\";"
          + " Annotations map[string]string \"json:\\\"annotations\\\"\" }";

  private String apiVersion = "";
  private String kind = "";
  private String name = "";
  private Map<String, String> annotations = Map.of();

  /** The first value of a wrong type; like Go, reading goes on to the end. */
  private YamlException mismatch;

  private ManifestHeadReader() {}

  /**
   * The head of a document; all empty if the document is.
   *
   * @throws YamlException with Go's message, to which Helm adds {@code YAML parse error on FILE: }
   */
  public static ManifestHead read(String document) {
    return read(document, OPTIONS);
  }

  /**
   * The same as a part of more work.
   *
   * @param budget counts what reading takes
   * @throws YamlException with Go's message, to which Helm adds {@code YAML parse error on FILE: }
   */
  public static ManifestHead read(String document, Budget budget) {
    return read(document, OPTIONS.within(budget));
  }

  private static ManifestHead read(String document, ReadOptions options) {
    Object value = YamlReader.readSelected(document, options, ManifestHeadReader::isPartOfHead);
    ManifestHeadReader reader = new ManifestHeadReader();
    if (value instanceof Table table) {
      requireFinite(table);
      reader.take(table);
    } else if (value != null) {
      JsonTypes.requireFinite(value);
      throw JsonTypes.mismatch(value, "Go value of type util.SimpleHead");
    }
    if (reader.mismatch != null) {
      throw reader.mismatch;
    }
    return new ManifestHead(reader.apiVersion, reader.kind, reader.name, reader.annotations);
  }

  private static boolean isPartOfHead(int depth, String key) {
    return depth == 0
        ? matches(key, "apiversion") || matches(key, "kind") || matches(key, "metadata")
        : matches(key, "name") || matches(key, "annotations");
  }

  /** True if a key folds to a name that is in lower case; two letters beyond ASCII do so too. */
  private static boolean matches(String key, String name) {
    if (key.length() != name.length()) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      char folded = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
      if (c == '\u212A') {
        folded = 'k';
      } else if (c == '\u017F') {
        folded = 's';
      }
      if (folded != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Numbers become strings before JSON could refuse them, but only where a string is wanted. */
  private static void requireFinite(Table head) {
    for (Table.Slot slot : head.sorted()) {
      Object value = slot.getValue();
      if (matches(slot.getKey(), "apiversion") || matches(slot.getKey(), "kind")) {
        requireFiniteText(value);
      } else if (matches(slot.getKey(), "metadata") && value instanceof Table metadata) {
        for (Table.Slot field : metadata.sorted()) {
          boolean map = matches(field.getKey(), "annotations");
          if (map && field.getValue() instanceof Table texts) {
            texts.values().forEach(ManifestHeadReader::requireFiniteText);
          } else if (map || !matches(field.getKey(), "name")) {
            JsonTypes.requireFinite(field.getValue());
          } else {
            requireFiniteText(field.getValue());
          }
        }
      } else {
        JsonTypes.requireFinite(value);
      }
    }
  }

  private static void requireFiniteText(Object value) {
    if (value instanceof Table || value instanceof Sequence) {
      JsonTypes.requireFinite(value);
    }
  }

  private void take(Table head) {
    for (Table.Slot slot : head.sorted()) {
      Object value = slot.getValue();
      if (matches(slot.getKey(), "apiversion")) {
        apiVersion = text(value, apiVersion, "SimpleHead.apiVersion");
      } else if (matches(slot.getKey(), "kind")) {
        kind = text(value, kind, "SimpleHead.kind");
      } else if (matches(slot.getKey(), "metadata")) {
        takeMetadata(value);
      }
    }
  }

  private void takeMetadata(Object value) {
    if (value == null) {
      name = "";
      annotations = Map.of();
    } else if (value instanceof Table metadata) {
      for (Table.Slot slot : metadata.sorted()) {
        if (matches(slot.getKey(), "name")) {
          name = text(slot.getValue(), name, ".metadata.name");
        } else if (matches(slot.getKey(), "annotations")) {
          takeAnnotations(slot.getValue());
        }
      }
    } else {
      note(value, "SimpleHead.metadata of type " + METADATA_TYPE);
    }
  }

  private void takeAnnotations(Object value) {
    if (value == null) {
      annotations = Map.of();
    } else if (value instanceof Table table) {
      if (annotations.isEmpty()) {
        annotations = new HashMap<>();
      }
      for (Table.Slot slot : table.sorted()) {
        annotations.put(slot.getKey(), text(slot.getValue(), "", ".metadata.annotations"));
      }
    } else {
      note(value, ".metadata.annotations of type map[string]string");
    }
  }

  /** The value as text; null changes nothing. */
  private String text(Object value, String before, String field) {
    if (value == null) {
      return before;
    }
    String text = CoercedText.asField(value);
    if (text == null) {
      note(value, field + " of type string");
      return before;
    }
    return text;
  }

  private void note(Object value, String field) {
    if (mismatch == null) {
      mismatch = JsonTypes.mismatch(value, "Go struct field " + field);
    }
  }
}
