package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code contains} with {@code minContains} and {@code maxContains}. Here as Helm tells which items
 * matched, and why the others did not.
 */
final class ContainsValidator extends ApplicatorValidator {

  private final Schema schema;
  private final Integer min;
  private final Integer max;

  ContainsValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    schema = subschema();
    min = bound(parent, context, "minContains");
    max = bound(parent, context, "maxContains");
  }

  private static Integer bound(Schema parent, SchemaContext context, String name) {
    JsonNode value = parent.getSchemaNode().get(name);
    return value == null || !Dialects.boundsContains(context) ? null : value.intValue();
  }

  @Override
  public void validate(
      ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isArray()) {
      return;
    }
    List<Integer> matched = new ArrayList<>();
    List<Error> errors = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode item = node.get(i);
      NodePath location = instanceLocation.append(i);
      List<Error> found =
          ((Validation) context).errorsOf(() -> schema.validate(context, item, rootNode, location));
      errors.addAll(found);
      if (found.isEmpty()) {
        matched.add(i);
      }
    }
    if (min == null ? matched.isEmpty() : matched.size() < min) {
      report(context, node, instanceLocation, "minContains", matched, min);
      context.getErrors().addAll(errors);
    }
    if (max != null && matched.size() > max) {
      report(context, node, instanceLocation, "maxContains", matched, max);
    }
  }

  private void report(
      ExecutionContext context,
      JsonNode node,
      NodePath location,
      String bound,
      List<Integer> matched,
      Integer wanted) {
    context.evaluationPathRemoveLast();
    context.evaluationPathAddLast(wanted == null ? getKeyword() : bound);
    report(
        context,
        node,
        location,
        wanted == null ? Map.of() : Map.of("matched", matched, "wanted", wanted));
    context.evaluationPathRemoveLast();
    context.evaluationPathAddLast(getKeyword());
  }
}
