package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.values.GoQuotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What can be asked of JSON values: their type's name, whether two are equal, how they print. */
public final class JsonValues {

  /** Up to here Helm compares all items with all; of more only those with the same hash. */
  private static final int COMPARED_ONE_BY_ONE = 20;

  private JsonValues() {}

  /** The name of a value's type in messages; there, every number is a number. */
  public static String typeName(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case STRING -> "string";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "";
    };
  }

  /**
   * Equal as JSON values: numbers by value, objects regardless of order. As in Helm a number equals
   * a string that reads as that number, but a string equals no number.
   */
  public static boolean equal(JsonNode a, JsonNode b) {
    if (a.isNumber()) {
      JsonNode other = b.isTextual() ? JsonNumbers.fraction(b.textValue()) : b;
      return other != null && other.isNumber() && sameNumber(a, other);
    } else if (a.isArray() && b.isArray()) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!equal(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    } else if (a.isObject() && b.isObject()) {
      return a.size() == b.size() && sameEntries(a, b);
    }
    return a.equals(b);
  }

  private static boolean sameNumber(JsonNode a, JsonNode b) {
    if (a.isInt() && b.isInt()) {
      return a.intValue() == b.intValue();
    } else if (a.isDouble() || b.isDouble()) {
      return false; // only what is not finite is kept as a double, and that equals nothing
    }
    return a.decimalValue().compareTo(b.decimalValue()) == 0;
  }

  private static boolean sameEntries(JsonNode a, JsonNode b) {
    for (Iterator<Map.Entry<String, JsonNode>> entries = a.properties().iterator();
        entries.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = entries.next();
      JsonNode other = b.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  /** The first two equal items of an array, as indexes; null if there are none. */
  public static List<Integer> duplicates(JsonNode array) {
    boolean few = array.size() <= COMPARED_ONE_BY_ONE;
    Map<Integer, List<Integer>> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      int key = few ? 0 : hash(array.get(i));
      List<Integer> alike = seen.computeIfAbsent(key, k -> new ArrayList<>(1));
      for (int j : alike) {
        if (equal(array.get(i), array.get(j))) {
          return List.of(j, i);
        }
      }
      alike.add(i);
    }
    return null;
  }

  /** Equal values have equal hashes. */
  private static int hash(JsonNode value) {
    if (value.isNumber()) {
      return Double.hashCode(value.doubleValue());
    }
    int hash = value.getNodeType().hashCode();
    if (value.isArray()) {
      for (JsonNode item : value) {
        hash = 31 * hash + hash(item);
      }
    } else if (value.isObject()) {
      for (Iterator<Map.Entry<String, JsonNode>> entries = value.properties().iterator();
          entries.hasNext(); ) {
        Map.Entry<String, JsonNode> entry = entries.next();
        hash += entry.getKey().hashCode() ^ hash(entry.getValue());
      }
    } else {
      hash = value.hashCode();
    }
    return hash;
  }

  /** A scalar as messages show it: strings quoted, numbers of a schema as they were written. */
  public static String shown(JsonNode value) {
    if (value.isTextual()) {
      return quoted(value.textValue());
    } else if (value.isContainerNode()) {
      return "value";
    } else if (value instanceof WrittenNumber number) {
      return number.text();
    }
    return value.isNull() ? "<nil>" : value.asText();
  }

  /** A string in single quotes, escaped as Helm's library does: before the outer quotes go. */
  public static String quoted(String text) {
    String quoted = GoQuotes.quote(text).replace("\\\"", "\"").replace("'", "\\'");
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }
}
