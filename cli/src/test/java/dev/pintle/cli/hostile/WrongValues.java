package dev.pintle.cli.hostile;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A document with something else in one place: null, a list, a map, a number and an empty text, in
 * the place of each value, of each entry and item, and of the document itself.
 */
final class WrongValues {

  private static final Map<String, Object> WRONG = new LinkedHashMap<>();

  static {
    WRONG.put("null", null);
    WRONG.put("[null]", Sequence.copyOf(Collections.singletonList(null)));
    Table map = new Table();
    map.put("a", null);
    WRONG.put("{a: null}", map);
    WRONG.put("5", 5.0);
    WRONG.put("''", "");
  }

  private final Map<String, String> variants = new LinkedHashMap<>();

  private WrongValues() {}

  /** All variants of a document in JSON, each by what is wrong in it. */
  static Map<String, String> of(String json) {
    try {
      WrongValues values = new WrongValues();
      values.replace("", JsonReader.read(json), whole -> whole);
      return values.variants;
    } catch (JsonException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Puts what is wrong in a place, and into the places below.
   *
   * @param around makes the document of what is in the place
   */
  private void replace(String path, Object value, UnaryOperator<Object> around) {
    WRONG.forEach((name, wrong) -> add(path + " = " + name, around.apply(wrong)));
    if (value instanceof Table table) {
      for (Table.Slot slot : table.sorted()) {
        String key = slot.getKey();
        replace(path + "." + key, slot.getValue(), inner -> around.apply(with(table, key, inner)));
      }
    } else if (value instanceof Sequence items) {
      for (int i = 0; i < items.size(); i++) {
        int index = i;
        replace(
            path + "[" + i + "]", items.get(i), inner -> around.apply(with(items, index, inner)));
      }
    }
  }

  private static Table with(Table table, String key, Object value) {
    Table changed = table.deepCopy();
    changed.put(key, value);
    return changed;
  }

  private static Sequence with(Sequence items, int index, Object value) {
    List<Object> changed = new ArrayList<>(items);
    changed.set(index, value);
    return Sequence.copyOf(changed);
  }

  private void add(String name, Object variant) {
    try {
      variants.put(name, JsonWriter.write(variant));
    } catch (JsonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
