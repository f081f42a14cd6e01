package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.Map;

/** {@code not}. Here as the validator's own writes the schema out, which references cannot be. */
final class NotValidator extends ApplicatorValidator {

  private final Schema schema;

  NotValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    schema = subschema();
  }

  @Override
  public void validate(
      ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    boolean met =
        ((Validation) context)
            .errorsOf(() -> schema.validate(context, node, rootNode, instanceLocation))
            .isEmpty();
    if (met) {
      report(context, node, instanceLocation, Map.of());
    }
  }
}
