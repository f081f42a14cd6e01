package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;

/** {@code if} with {@code then} and {@code else}; in paths it is one of those. */
final class IfValidator extends ApplicatorValidator {

  private final Schema condition;
  private final Schema met;
  private final Schema notMet;

  IfValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    condition = subschema();
    met = beside("then");
    notMet = beside("else");
  }

  private Schema beside(String keyword) {
    JsonNode schema = parentSchema.getSchemaNode().get(keyword);
    return schema == null
        ? null
        : subschema(parentSchema.getSchemaLocation().append(keyword), schema);
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    Validation.Mark mark = validation.mark();
    boolean isMet = validation.meets(condition, node, rootNode, instanceLocation);
    validation.forgetSince(mark);
    Schema next = isMet ? met : notMet;
    if (next != null) {
      validation.evaluationPathRemoveLast();
      validation.evaluationPathAddLast(isMet ? "then" : "else");
      validation.meets(next, node, rootNode, instanceLocation);
      validation.evaluationPathRemoveLast();
      validation.evaluationPathAddLast(getKeyword());
    }
  }
}
