package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.Map;

/** A keyword of ours: builds its subschemas and its errors the way all of them do. */
abstract class ApplicatorValidator extends BaseKeywordValidator {

  ApplicatorValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, schemaNode, location, parent, context);
  }

  @Override
  public final void validate(
      ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    validate((Validation) context, node, rootNode, instanceLocation);
  }

  abstract void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation);

  /** The schema that is the keyword's own value. */
  final Schema subschema() {
    return subschema(schemaLocation, schemaNode);
  }

  final Schema subschema(SchemaLocation location, JsonNode node) {
    return schemaContext.newSchema(location, node, parentSchema);
  }

  /** Reports an error at the keyword's place in the schema. */
  final void report(
      Validation validation, JsonNode node, NodePath location, Map<String, Object> details) {
    validation.addError(
        error()
            .instanceNode(node)
            .instanceLocation(location)
            .evaluationPath(validation.getEvaluationPath())
            .details(details)
            .build());
  }
}
