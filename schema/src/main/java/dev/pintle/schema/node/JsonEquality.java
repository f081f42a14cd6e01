package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.limit.Budget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When JSON values are equal. What is compared counts as work of a budget. */
public final class JsonEquality {

  /** Up to here Helm compares all items with all; of more only those with the same hash. */
  private static final int COMPARED_ONE_BY_ONE = 20;

  private static final int CHARACTERS_PER_STEP = 256;

  private JsonEquality() {}

  /**
   * Equal as JSON values: numbers by value, objects regardless of order. As in Helm a number equals
   * a string that reads as that number, but a string equals no number.
   */
  public static boolean equal(JsonNode a, JsonNode b, Budget budget) {
    budget.step();
    if (a.isNumber()) {
      return b.isTextual() ? reads(b.textValue(), a, budget) : b.isNumber() && sameNumber(a, b);
    } else if (a.isTextual() && b.isTextual()) {
      int length = a.textValue().length();
      if (length != b.textValue().length()) {
        return false;
      }
      budget.worked(length / CHARACTERS_PER_STEP);
      return a.textValue().equals(b.textValue());
    } else if (a.isArray() && b.isArray()) {
      return a.size() == b.size() && sameItems(a, b, budget);
    } else if (a.isObject() && b.isObject()) {
      return a.size() == b.size() && sameEntries(a, b, budget);
    }
    return a.equals(b);
  }

  private static boolean reads(String text, JsonNode number, Budget budget) {
    if (number.isDouble()) {
      return false;
    }
    budget.worked(Math.min(text.length(), JsonNumbers.MAX_READ) / 4);
    BigDecimal read = JsonNumbers.fraction(text);
    return read != null && number.decimalValue().compareTo(read) == 0;
  }

  private static boolean sameNumber(JsonNode a, JsonNode b) {
    if (a.isInt() && b.isInt()) {
      return a.intValue() == b.intValue();
    } else if (a.isDouble() || b.isDouble()) {
      return false; // only what is not finite is kept as a double, and that equals nothing
    }
    return a.decimalValue().compareTo(b.decimalValue()) == 0;
  }

  private static boolean sameItems(JsonNode a, JsonNode b, Budget budget) {
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i), budget)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(JsonNode a, JsonNode b, Budget budget) {
    for (Map.Entry<String, JsonNode> entry : a.properties()) {
      JsonNode other = b.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other, budget)) {
        return false;
      }
    }
    return true;
  }

  /** The first two equal items of an array, as indexes; null if there are none. */
  public static List<Integer> duplicates(JsonNode array, Budget budget) {
    boolean few = array.size() <= COMPARED_ONE_BY_ONE;
    Map<Integer, List<Integer>> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      budget.worked(JsonHash.cost(array.get(i)));
      int key = few ? 0 : JsonHash.exact(array.get(i));
      List<Integer> alike = seen.computeIfAbsent(key, k -> new ArrayList<>(1));
      for (int j : alike) {
        if (equal(array.get(i), array.get(j), budget)) {
          return List.of(j, i);
        }
      }
      alike.add(i);
    }
    return null;
  }
}
