package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code $ref}, {@code $dynamicRef} and {@code $recursiveRef}: leads to the schema that was found
 * when the schema was compiled, and notices when that is being validated for the same value
 * already.
 */
final class ReferenceValidator extends ApplicatorValidator {

  /** Keywords whose subschemas are for the same value, with the parts of a path they stand for. */
  private static final Map<String, Integer> IN_PLACE =
      Map.ofEntries(
          Map.entry("$ref", 1),
          Map.entry("$dynamicRef", 1),
          Map.entry("$recursiveRef", 1),
          Map.entry("not", 1),
          Map.entry("if", 1),
          Map.entry("allOf", 2),
          Map.entry("anyOf", 2),
          Map.entry("oneOf", 2),
          Map.entry("dependencies", 2),
          Map.entry("dependentSchemas", 2));

  private static final int PARTS_PER_STEP = 16;

  static final Set<String> KEYWORDS = Set.of("$ref", "$dynamicRef", "$recursiveRef");

  private final Reference reference;

  ReferenceValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    this.reference = (Reference) ((POJONode) schemaNode).getPojo();
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    Schema target = reference.resolve(validation);
    int since = cycle(validation, target);
    if (since > 0) {
      List<Object> path = tokens(validation.getEvaluationPath());
      List<Object> reached = path.subList(0, path.size() - since);
      validation.addError(
          error()
              .instanceNode(node)
              .instanceLocation(instanceLocation)
              .evaluationPath(validation.getEvaluationPath())
              .arguments(path, reached, reference.target().location())
              .build());
      return;
    }
    validation.enterReference();
    validation.meets(target, node, rootNode, instanceLocation);
    validation.leaveReference();
  }

  /**
   * How many tokens of the evaluation path have come since the target is being validated for the
   * same value; 0 if it is not.
   */
  private static int cycle(Validation validation, Schema target) {
    Iterator<Schema> schemas = validation.getEvaluationSchema().descendingIterator();
    Iterator<Object> keywords = validation.getEvaluationSchemaPath().descendingIterator();
    int since = 0;
    boolean found = false;
    while (!found && schemas.hasNext() && keywords.hasNext()) {
      Integer parts = IN_PLACE.get(keywords.next());
      if (parts == null) {
        break;
      }
      since += parts;
      found = schemas.next().getSchemaNode() == target.getSchemaNode();
    }
    if (since >= PARTS_PER_STEP) {
      validation.budget().worked(since / PARTS_PER_STEP);
    }
    return found ? since : 0;
  }

  private static List<Object> tokens(NodePath path) {
    List<Object> tokens = new ArrayList<>();
    for (NodePath at = path; at.getParent() != null; at = at.getParent()) {
      tokens.add(0, at.getElement(-1));
    }
    return tokens;
  }
}
