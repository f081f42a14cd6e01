package dev.pintle.apply.fabric8.api;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads fields of objects as the API gives them; what is not there is empty. */
public final class Fields {

  private Fields() {}

  /** The table under a chain of keys; empty if there is none. */
  public static Table table(Table object, String... keys) {
    Table at = object;
    for (String key : keys) {
      if (!(at.get(key) instanceof Table next)) {
        return new Table();
      }
      at = next;
    }
    return at;
  }

  /** The text under a key; empty if there is none. */
  public static String text(Table table, String key) {
    return table.get(key) instanceof String text ? text : "";
  }

  /** The whole number under a key, or what is given if there is none. */
  public static long number(Table table, String key, long otherwise) {
    return table.get(key) instanceof Number number ? number.longValue() : otherwise;
  }

  /** The tables in the list under a key. */
  public static List<Table> tables(Table table, String key) {
    return table.get(key) instanceof Sequence items
        ? items.stream().filter(Table.class::isInstance).map(Table.class::cast).toList()
        : List.of();
  }

  /** The texts in the table under a key, as labels and annotations are. */
  public static Map<String, String> texts(Table table, String key) {
    Map<String, String> texts = new HashMap<>();
    for (Table.Slot slot : table(table, key).slots()) {
      if (slot.getValue() instanceof String text) {
        texts.put(slot.getKey(), text);
      }
    }
    return texts;
  }

  /** A time in an object's metadata; null if there is none. */
  public static Instant time(Table object, String key) {
    try {
      String text = metadata(object, key);
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** The annotations of an object. */
  public static Map<String, String> annotations(Table object) {
    return texts(table(object, "metadata"), "annotations");
  }

  /** The labels of an object. */
  public static Map<String, String> labels(Table object) {
    return texts(table(object, "metadata"), "labels");
  }

  /** A text in an object's metadata, such as {@code resourceVersion}. */
  public static String metadata(Table object, String key) {
    return text(table(object, "metadata"), key);
  }
}
