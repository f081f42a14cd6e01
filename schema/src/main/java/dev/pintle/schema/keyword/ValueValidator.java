package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import dev.pintle.limit.Budget;
import dev.pintle.schema.node.Divisor;
import dev.pintle.schema.node.JsonEquality;
import dev.pintle.schema.node.ValueIndex;
import java.util.List;
import java.util.Map;

/**
 * Keywords that only ask something of the value itself. These compare numbers by their exact value,
 * in arrays and objects too, and apply to the types they are made for only.
 */
final class ValueValidator extends ApplicatorValidator {

  /** What is wrong with a value, as details for the report; null if nothing is. */
  @FunctionalInterface
  private interface Test {
    Map<String, Object> fault(JsonNode value, Budget budget);
  }

  private final Test test;

  ValueValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    test =
        switch (keyword.getValue()) {
          case "const" -> unless((value, budget) -> JsonEquality.equal(value, schemaNode, budget));
          case "enum" -> unless(oneOf(schemaNode, (PartsContext) context));
          case "uniqueItems" ->
              schemaNode.booleanValue() ? ValueValidator::duplicates : (value, budget) -> null;
          case "multipleOf" -> unless(Divisor.of(schemaNode.decimalValue())::divides);
          default -> throw new IllegalArgumentException(keyword.getValue());
        };
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds(JsonNode value, Budget budget);
  }

  private static Test unless(Condition condition) {
    return (value, budget) -> condition.holds(value, budget) ? null : Map.of();
  }

  private static Condition oneOf(JsonNode values, PartsContext context) {
    context.parts().add(ValueIndex.BYTES_PER_VALUE * (long) values.size());
    return ValueIndex.of(values)::has;
  }

  private static Map<String, Object> duplicates(JsonNode value, Budget budget) {
    List<Integer> pair = value.isArray() ? JsonEquality.duplicates(value, budget) : null;
    return pair == null ? null : Map.of("pair", pair);
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    Map<String, Object> fault = test.fault(node, validation.budget());
    if (fault != null) {
      report(validation, node, instanceLocation, fault);
    }
  }
}
