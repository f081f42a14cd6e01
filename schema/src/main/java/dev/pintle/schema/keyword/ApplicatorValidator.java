package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
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

  /** The schema that is the keyword's own value. */
  final Schema subschema() {
    return subschema(schemaLocation, schemaNode);
  }

  final Schema subschema(SchemaLocation location, JsonNode node) {
    return schemaContext.newSchema(location, node, parentSchema);
  }

  /** Reports an error at the keyword's place in the schema. */
  final void report(
      ExecutionContext context, JsonNode node, NodePath location, Map<String, Object> details) {
    context.addError(
        error()
            .instanceNode(node)
            .instanceLocation(location)
            .evaluationPath(context.getEvaluationPath())
            .details(details)
            .build());
  }

  /** The details of an error that one of our keywords reported. */
  static Object detail(Error error, String name) {
    return error.getDetails().get(name);
  }
}
