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

  private final Map<Integer, List<JsonNode>> byHash;

  private ValueIndex(Map<Integer, List<JsonNode>> byHash) {
    this.byHash = byHash;
  }

  /** An index of the items of an array. */
  public static ValueIndex of(JsonNode array) {
    Map<Integer, List<JsonNode>> byHash = new HashMap<>(array.size() * 2);
    for (JsonNode value : array) {
      byHash.computeIfAbsent(JsonHash.withReadNumbers(value), h -> new ArrayList<>(1)).add(value);
    }
    return new ValueIndex(byHash);
  }

  /** Whether a value equals one of these, as in {@link JsonEquality#equal}. */
  public boolean has(JsonNode value, Budget budget) {
    budget.worked(JsonHash.cost(value));
    for (JsonNode candidate : byHash.getOrDefault(JsonHash.withReadNumbers(value), List.of())) {
      if (JsonEquality.equal(value, candidate, budget)) {
        return true;
      }
    }
    return false;
  }
}
