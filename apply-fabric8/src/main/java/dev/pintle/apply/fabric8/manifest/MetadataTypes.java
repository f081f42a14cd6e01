package dev.pintle.apply.fabric8.manifest;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonKind;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.strings.TextParts;
import dev.pintle.go.time.Moment;
import dev.pintle.go.time.TimeFormatException;
import dev.pintle.go.time.Zone;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the metadata of an object is what Kubernetes' {@code ObjectMeta} takes. kubectl and Helm
 * decode it so before they do anything; where it cannot be, they say what Go's decoder says.
 */
final class MetadataTypes {

  private static final GoField.Text TEXT = new GoField.Text("string");
  private static final GoField.Whole WHOLE = new GoField.Whole("int64");
  private static final GoField.Truth TRUTH = new GoField.Truth("bool");
  private static final GoField.Time TIME = new GoField.Time("string");
  private static final GoField.Text UID = new GoField.Text("types.UID");
  private static final GoField.Texts TEXTS = new GoField.Texts("map[string]string");

  private static final GoField OWNER =
      new GoField.Struct(
          "v1.OwnerReference",
          "OwnerReference",
          Map.of(
              "apiVersion", TEXT,
              "kind", TEXT,
              "name", TEXT,
              "uid", UID,
              "controller", TRUTH,
              "blockOwnerDeletion", TRUTH));

  private static final GoField MANAGED =
      new GoField.Struct(
          "v1.ManagedFieldsEntry",
          "ManagedFieldsEntry",
          Map.of(
              "manager", TEXT,
              "operation", new GoField.Text("v1.ManagedFieldsOperationType"),
              "apiVersion", TEXT,
              "time", TIME,
              "fieldsType", TEXT,
              "subresource", TEXT));

  private static final GoField METADATA =
      new GoField.Struct(
          "v1.ObjectMeta",
          "ObjectMeta",
          Map.ofEntries(
              Map.entry("name", TEXT),
              Map.entry("generateName", TEXT),
              Map.entry("namespace", TEXT),
              Map.entry("selfLink", TEXT),
              Map.entry("uid", UID),
              Map.entry("resourceVersion", TEXT),
              Map.entry("generation", WHOLE),
              Map.entry("creationTimestamp", TIME),
              Map.entry("deletionTimestamp", TIME),
              Map.entry("deletionGracePeriodSeconds", WHOLE),
              Map.entry("labels", TEXTS),
              Map.entry("annotations", TEXTS),
              Map.entry("ownerReferences", new GoField.Items("[]v1.OwnerReference", OWNER)),
              Map.entry("finalizers", new GoField.Items("[]string", TEXT)),
              Map.entry("managedFields", new GoField.Items("[]v1.ManagedFieldsEntry", MANAGED))));

  private static final GoField OBJECT =
      new GoField.Struct(
          "resource.metadataOnlyObject",
          "metadataOnlyObject",
          Map.of("apiVersion", TEXT, "kind", TEXT, "metadata", METADATA));

  /** The first value of a wrong type; like Go, reading goes on to the end. */
  private String mismatch;

  private MetadataTypes() {}

  /** A text that is to be a time and is none: unlike other faults, Go stops there. */
  private static final class NoTimeException extends Exception {
    private static final long serialVersionUID = 1L;

    NoTimeException(String message) {
      super(message);
    }
  }

  /** What Go's decoder says of an object; empty if nothing. */
  static Optional<String> fault(Table object) {
    MetadataTypes types = new MetadataTypes();
    try {
      types.decode(object, OBJECT, "", "");
    } catch (NoTimeException e) {
      return Optional.of(e.getMessage());
    }
    return Optional.ofNullable(types.mismatch);
  }

  /**
   * The same of an item of a list, of which Helm looks at less: what is not of its type it takes
   * for empty. We do not let labels and annotations pass that are no texts.
   */
  static Optional<String> faultOfItem(Table item) {
    Table metadata = new Table();
    if (item.get("metadata") instanceof Table all) {
      for (String key : List.of("annotations", "labels")) {
        metadata.put(key, all.get(key));
      }
    }
    Table object = new Table();
    object.put("metadata", metadata);
    return fault(object);
  }

  /**
   * Decodes a value.
   *
   * @param struct the struct that the value is in
   * @param path of the field that it is
   */
  private void decode(Object value, GoField wanted, String struct, String path)
      throws NoTimeException {
    if (value == null) {
      return;
    }
    if (wanted instanceof GoField.Struct fields && value instanceof Table table) {
      for (Table.Slot slot : table.sorted()) {
        GoField field = fields.fields().get(slot.getKey());
        if (field != null) {
          decode(slot.getValue(), field, fields.name(), path(path, slot.getKey()));
        }
      }
    } else if (wanted instanceof GoField.Texts && value instanceof Table table) {
      for (Table.Slot slot : table.sorted()) {
        decode(slot.getValue(), TEXT, struct, path);
      }
    } else if (wanted instanceof GoField.Items items && value instanceof Sequence list) {
      for (Object item : list) {
        decode(item, items.item(), struct, path);
      }
    } else if (wanted instanceof GoField.Time) {
      time(value, struct, path);
    } else if (!isOf(wanted, value)) {
      String number = wanted instanceof GoField.Whole && isNumber(value) ? " " + text(value) : "";
      note(JsonKind.nameOf(value) + number, wanted, struct, path);
    }
  }

  /** Version and kind are in a struct of their own within that of the object. */
  private static String path(String outer, String key) {
    return outer.isEmpty() ? key.equals("metadata") ? key : "TypeMeta." + key : outer + "." + key;
  }

  private static boolean isNumber(Object value) {
    return JsonKind.nameOf(value).equals("number");
  }

  private static boolean isWhole(String number) {
    return TextParts.isNumber(TextParts.withoutPrefix(number, "-"), 18);
  }

  private static boolean isOf(GoField wanted, Object value) {
    if (wanted instanceof GoField.Whole) {
      return isNumber(value) && isWhole(text(value));
    }
    return wanted instanceof GoField.Text && value instanceof String
        || wanted instanceof GoField.Truth && value instanceof Boolean;
  }

  private void note(String what, GoField wanted, String struct, String path) {
    if (mismatch == null) {
      mismatch = message(what, wanted, struct, path);
    }
  }

  private static String message(String what, GoField wanted, String struct, String path) {
    return "json: cannot unmarshal "
        + what
        + " into Go struct field "
        + struct
        + "."
        + path
        + " of type "
        + wanted.goName();
  }

  private static void time(Object value, String struct, String path) throws NoTimeException {
    if (!(value instanceof String text)) {
      throw new NoTimeException(message(JsonKind.nameOf(value), TIME, struct, path));
    }
    try {
      Moment.parse("2006-01-02T15:04:05Z07:00", text, Zone.UTC);
    } catch (TimeFormatException e) {
      throw new NoTimeException(e.getMessage());
    }
  }

  private static String text(Object number) {
    try {
      return JsonWriter.write(number);
    } catch (JsonException notFinite) {
      return String.valueOf(number);
    }
  }
}
