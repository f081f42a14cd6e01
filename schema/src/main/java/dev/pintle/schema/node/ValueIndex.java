package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.limit.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values among which others are looked for, however many they are. Immutable. */
public final class ValueIndex {

  /** What a value takes in an index, besides itself. */
  public static final int BYTES_PER_VALUE = 120;

  /** So few are compared one by one faster than a hash is made. */
  private static final int FEW = 8;

  private final List<JsonNode> few = new ArrayList<>();
  private final Map<Integer, List<JsonNode>> byHash = new HashMap<>();

  private ValueIndex() {}

  /** An index of the items of an array. */
  public static ValueIndex of(JsonNode array) {
    ValueIndex index = new ValueIndex();
    if (array.size() <= FEW) {
      array.forEach(index.few::add);
      return index;
    }
    for (JsonNode value : array) {
      index.add(JsonHash.withReadNumbers(value), value);
      if (value.isTextual()) {
        index.add(JsonHash.exact(value), value);
      }
    }
    return index;
  }

  private void add(int hash, JsonNode value) {
    List<JsonNode> alike = byHash.computeIfAbsent(hash, h -> new ArrayList<>(1));
    if (alike.isEmpty() || alike.get(alike.size() - 1) != value) {
      alike.add(value);
    }
  }

  /** Whether a value equals one of these, as in {@link JsonEquality#equal}. */
  public boolean has(JsonNode value, Budget budget) {
    if (byHash.isEmpty()) {
      return isAmong(few, value, budget);
    }
    if (!value.isContainerNode()) {
      return isAmong(byHash.getOrDefault(JsonHash.exact(value), List.of()), value, budget);
    }
    budget.worked(JsonHash.cost(value));
    List<JsonNode> alike = byHash.getOrDefault(JsonHash.withReadNumbers(value), List.of());
    return isAmong(alike, value, budget);
  }

  private static boolean isAmong(List<JsonNode> candidates, JsonNode value, Budget budget) {
    for (JsonNode candidate : candidates) {
      if (JsonEquality.equal(value, candidate, budget)) {
        return true;
      }
    }
    return false;
  }
}
