package dev.pintle.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.math.BigInteger;

/** A resource's tree as nodes that Jackson binds. Stateless. */
final class TreeNodes {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TreeNodes() {}

  static JsonNode of(Object value) {
    if (value instanceof Table table) {
      ObjectNode object = NODES.objectNode();
      for (Table.Slot slot : table.sorted()) {
        object.set(slot.getKey(), of(slot.getValue()));
      }
      return object;
    } else if (value instanceof Sequence sequence) {
      ArrayNode array = NODES.arrayNode(sequence.size());
      for (Object item : sequence) {
        array.add(of(item));
      }
      return array;
    } else if (value instanceof String text) {
      return NODES.textNode(text);
    } else if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    } else if (value instanceof Long number) {
      return of(number.longValue());
    } else if (value instanceof GoUint64 number) {
      return NODES.numberNode(new BigInteger(number.toString()));
    } else if (value instanceof Double number) {
      return of(number.doubleValue());
    }
    return NODES.nullNode();
  }

  /** Classes that take any value, such as {@code IntOrString}, tell an Integer from a Long. */
  private static JsonNode of(long number) {
    return (int) number == number ? NODES.numberNode((int) number) : NODES.numberNode(number);
  }

  /** On the way to the cluster 2.0 becomes 2, which fields for integers take. */
  private static JsonNode of(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? of((long) number)
        : NODES.numberNode(number);
  }
}
