package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** Since 2020 an item that matches is evaluated. */
  private final boolean isEvaluated;

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
    isEvaluated = Dialects.hasPrefixItems(context);
  }

  private static Integer bound(Schema parent, SchemaContext context, String name) {
    JsonNode value = parent.getSchemaNode().get(name);
    return value == null || !Dialects.boundsContains(context) ? null : value.intValue();
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isArray()) {
      return;
    }
    EvaluatedParts evaluated = isEvaluated ? validation.evaluated() : null;
    Validation.Mark mark = validation.mark();
    List<Integer> matched = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      validation.budget().step();
      if (validation.memberMeets(schema, node.get(i), rootNode, instanceLocation.append(i))) {
        matched.add(i);
        if (evaluated != null) {
          evaluated.add(i);
        }
      }
    }
    if (min == null ? matched.isEmpty() : matched.size() < min) {
      report(validation, node, instanceLocation, "minContains", matched, min);
    } else {
      validation.forgetSince(mark);
    }
    if (max != null && matched.size() > max) {
      report(validation, node, instanceLocation, "maxContains", matched, max);
    }
  }

  private void report(
      Validation validation,
      JsonNode node,
      NodePath location,
      String bound,
      List<Integer> matched,
      Integer wanted) {
    validation.report().add(Validation.PART_BYTES * matched.size());
    validation.evaluationPathRemoveLast();
    validation.evaluationPathAddLast(wanted == null ? getKeyword() : bound);
    report(
        validation,
        node,
        location,
        wanted == null ? Map.of() : Map.of("matched", matched, "wanted", wanted));
    validation.evaluationPathRemoveLast();
    validation.evaluationPathAddLast(getKeyword());
  }
}
