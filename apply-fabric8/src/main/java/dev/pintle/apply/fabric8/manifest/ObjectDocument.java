package dev.pintle.apply.fabric8.manifest;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonKind;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a document of a manifest holds, read as Helm reads it: one object, the items of a list, or
 * something that is neither.
 *
 * @param objects none if there is a fault
 * @param fault in Helm's words, or null
 * @param last whether Helm reads no further after that fault
 */
public record ObjectDocument(List<Table> objects, String fault, boolean last) {

  private static final String ITEMS = "items";

  /** The list is copied. */
  public ObjectDocument {
    objects = List.copyOf(objects);
  }

  /**
   * Reads a document.
   *
   * @param checked whether an object must say what it is before anything else is looked at; Helm
   *     does not ask for that where it reads what it has applied once
   */
  public static ObjectDocument read(Table document, boolean checked) {
    if (checked) {
      List<String> faults = ObjectHead.faults(document);
      if (!faults.isEmpty()) {
        return faulty(
            "error validating \"\": error validating data: " + ObjectHead.together(faults), true);
      }
    }
    String fault = decodingFault(document, checked);
    if (fault != null) {
      return faulty("unable to decode \"\": " + fault, false);
    }
    if (!document.containsKey(ITEMS)) {
      return new ObjectDocument(List.of(document), null, false);
    }
    List<Table> items = items(document);
    String inItems =
        items.stream()
            .map(ObjectDocument::faultOfItem)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return inItems == null ? new ObjectDocument(items, null, false) : faulty(inItems, false);
  }

  private static String faultOfItem(Table item) {
    String untyped = "unable to get type info from the object \"*unstructured.Unstructured\": ";
    if (item.get(ITEMS) instanceof Sequence) {
      return "*unstructured.Unstructured is not a list: no Items field in this object";
    } else if (!isText(item.get("kind"))) {
      return untyped + "Object 'Kind' is missing in 'object has no kind field '";
    }
    return isText(item.get("apiVersion"))
        ? null
        : untyped + "Object 'apiVersion' is missing in 'object has no apiVersion field'";
  }

  private static ObjectDocument faulty(String fault, boolean last) {
    return new ObjectDocument(List.of(), fault, last);
  }

  private static String decodingFault(Table document, boolean checked) {
    Object items = document.get(ITEMS);
    if (items != null && !(items instanceof Sequence)) {
      return "json: cannot unmarshal "
          + JsonKind.nameOf(items)
          + " into Go struct field decodeList.items of type []json.RawMessage";
    }
    if (items instanceof Sequence list) {
      for (Object item : list) {
        if (item != null && !(item instanceof Table)) {
          return "json: cannot unmarshal "
              + JsonKind.nameOf(item)
              + " into Go value of type map[string]interface {}";
        }
      }
    }
    if (!isText(document.get("kind")) || !ObjectHead.isVersion(document.get("apiVersion"))) {
      return "Object 'Kind' is missing in '" + shown(document) + "'";
    }
    return MetadataTypes.fault(document)
        .or(
            () ->
                (checked ? items(document) : List.<Table>of())
                    .stream().map(MetadataTypes::faultOfItem).flatMap(Optional::stream).findFirst())
        .orElse(null);
  }

  /** The items of a list, each with its version and kind if the list says them. */
  private static List<Table> items(Table list) {
    List<Table> items = new ArrayList<>();
    if (list.get(ITEMS) instanceof Sequence all) {
      for (Object each : all) {
        items.add(each instanceof Table item ? withKind(item, list) : withKind(new Table(), list));
      }
    }
    return items;
  }

  private static Table withKind(Table item, Table list) {
    boolean says = isText(item.get("kind")) || isText(item.get("apiVersion"));
    if (says || !(list.get("kind") instanceof String kind)) {
      return item;
    }
    Table typed = item.as(GoType.MAP);
    typed.put("apiVersion", list.get("apiVersion"));
    typed.put("kind", kind.endsWith("List") ? kind.substring(0, kind.length() - 4) : kind);
    return typed;
  }

  private static boolean isText(Object value) {
    return value instanceof String text && !text.isEmpty();
  }

  /** Helm shows the whole object; what it holds may be nobody's business. */
  private static String shown(Table document) {
    Table head = new Table();
    for (String key : List.of("apiVersion", "kind", "metadata")) {
      if (document.containsKey(key)) {
        head.put(key, document.get(key));
      }
    }
    if (head.get("metadata") instanceof Table metadata) {
      Table name = new Table();
      for (String key : List.of("name", "namespace")) {
        if (metadata.containsKey(key)) {
          name.put(key, metadata.get(key));
        }
      }
      head.put("metadata", name);
    }
    try {
      return JsonWriter.write(head);
    } catch (JsonException e) {
      return "{}";
    }
  }
}
