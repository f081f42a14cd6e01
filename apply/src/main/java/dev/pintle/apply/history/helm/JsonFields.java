package dev.pintle.apply.history.helm;

import dev.pintle.go.json.JsonKind;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of an object in a record, read by type. A field that is null is as one that is not
 * there, as for Go's decoder.
 *
 * @param path where the object stands in the record, for messages
 */
record JsonFields(Table table, String path) {

  /** Go's zero time, which old records have where nothing has happened yet. */
  private static final Instant ZERO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  /** A string, empty if it is not there. */
  String text(String key) {
    Object value = table.get(key);
    if (value == null) {
      return "";
    } else if (value instanceof String text) {
      return text;
    }
    throw mismatch(key, value, "a string");
  }

  /** A whole number, 0 if it is not there. */
  int integer(String key) {
    Object value = table.get(key);
    if (value == null) {
      return 0;
    } else if (value instanceof Double number && number == number.intValue()) {
      return number.intValue();
    }
    throw mismatch(key, value, "a whole number");
  }

  /** A time, null if it is not there, empty or zero. */
  Instant time(String key) {
    String text = text(key);
    if (text.isEmpty()) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return time.equals(ZERO_TIME) ? null : time;
    } catch (DateTimeException e) {
      throw mismatch(key, text, "a time");
    }
  }

  /** An object, null if it is not there. */
  JsonFields object(String key) {
    Object value = table.get(key);
    return value == null ? null : fields(key, value);
  }

  /** The objects of a list, none if it is not there. */
  List<JsonFields> objects(String key) {
    List<JsonFields> objects = new ArrayList<>();
    for (Object item : list(key)) {
      if (item != null) {
        objects.add(fields(key, item));
      }
    }
    return objects;
  }

  /** The strings of a list, none if it is not there. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof String text)) {
        throw mismatch(key, item, "a list of strings");
      }
      texts.add(text);
    }
    return texts;
  }

  private Sequence list(String key) {
    Object value = table.get(key);
    if (value == null) {
      return Sequence.empty();
    } else if (value instanceof Sequence list) {
      return list;
    }
    throw mismatch(key, value, "a list");
  }

  private JsonFields fields(String key, Object value) {
    if (value instanceof Table object) {
      return new JsonFields(object, path + key + ".");
    }
    throw mismatch(key, value, "an object");
  }

  private IllegalArgumentException mismatch(String key, Object found, String expected) {
    String what = found instanceof String text ? "\"" + text + "\"" : JsonKind.nameOf(found);
    return new IllegalArgumentException(path + key + " is " + what + " and not " + expected);
  }
}
