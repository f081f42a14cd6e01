package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import dev.pintle.schema.node.JsonValues;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Keywords that only ask something of the value itself. These compare numbers by their exact value,
 * in arrays and objects too, and apply to the types they are made for only.
 */
final class ValueValidator extends ApplicatorValidator {

  private final Predicate<JsonNode> test;

  ValueValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    test =
        switch (keyword.getValue()) {
          case "const" -> value -> JsonValues.equal(value, schemaNode);
          case "enum" -> value -> oneOf(value, schemaNode);
          case "uniqueItems" ->
              value ->
                  !schemaNode.booleanValue()
                      || !value.isArray()
                      || JsonValues.duplicates(value) == null;
          case "multipleOf" -> multipleOf(schemaNode.decimalValue());
          default -> throw new IllegalArgumentException(keyword.getValue());
        };
  }

  private static boolean oneOf(JsonNode value, JsonNode values) {
    for (JsonNode allowed : values) {
      if (JsonValues.equal(value, allowed)) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<JsonNode> multipleOf(BigDecimal divisor) {
    return value ->
        !value.isNumber()
            || value.isDouble()
            || value.decimalValue().remainder(divisor).signum() == 0;
  }

  @Override
  public void validate(
      ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!test.test(node)) {
      report(context, node, instanceLocation, Map.of());
    }
  }
}
