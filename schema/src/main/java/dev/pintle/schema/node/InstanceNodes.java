package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Helm's values as nodes that the validator reads, and the way back to where they were read. */
public final class InstanceNodes {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** As deep as functions of templates walk; each level takes some of a thread's stack. */
  private static final int MAX_DEPTH = 1_000;

  private InstanceNodes() {}

  /**
   * A value as a node; the entries of objects are in the order of their keys.
   *
   * @throws LimitException if it is nested deeper than values of templates may be, or too large
   */
  public static JsonNode of(Object value, Budget budget) {
    return of(value, budget, 0);
  }

  private static JsonNode of(Object value, Budget budget, int depth) {
    budget.step();
    if (depth > MAX_DEPTH) {
      throw new LimitException("values are nested deeper than " + MAX_DEPTH + " levels");
    } else if (value instanceof String text) {
      return NODES.textNode(text);
    } else if (value instanceof Table table) {
      Map<String, JsonNode> entries = new LinkedHashMap<>(table.size() * 2);
      for (Table.Slot slot : table.sorted()) {
        entries.put(slot.getKey(), of(slot.getValue(), budget, depth + 1));
      }
      return new ObjectNode(NODES, entries);
    } else if (value instanceof Sequence sequence) {
      ArrayNode array = new ArrayNode(NODES, sequence.size());
      for (Object item : sequence) {
        array.add(of(item, budget, depth + 1));
      }
      return array;
    } else if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    } else if (value instanceof Double number) {
      return JsonNumbers.of(number);
    } else if (value instanceof Long number) {
      return JsonNumbers.of(number.longValue());
    } else if (value instanceof GoInt number) {
      return JsonNumbers.of(number.longValue());
    } else if (value instanceof GoUint64 number) {
      return JsonNumbers.of(new BigDecimal(number.toString()));
    }
    return value == null ? NODES.nullNode() : NODES.pojoNode(value);
  }

  /**
   * Where the value at a location was read, or the nearest around it of which that is known; null
   * if there is none.
   *
   * @param location keys and indexes, outermost first
   */
  public static Position positionOf(Table values, List<Object> location) {
    return TreePath.of(location).positionIn(values);
  }
}
