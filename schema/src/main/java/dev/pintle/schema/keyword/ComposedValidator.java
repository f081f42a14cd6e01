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
 * {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}. Here so that what the value does not
 * meet is held only for as long as it may have to be told.
 */
final class ComposedValidator extends ApplicatorValidator {

  private final List<Schema> schemas = new ArrayList<>();

  ComposedValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    if (keyword.getValue().equals("not")) {
      schemas.add(subschema());
    }
    for (int i = 0; schemaNode.isArray() && i < schemaNode.size(); i++) {
      schemas.add(subschema(location.append(i), schemaNode.get(i)));
    }
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    Validation.Mark mark = validation.mark();
    switch (getKeyword()) {
      case "allOf" -> met(schemas.size() + 1, validation, node, rootNode, instanceLocation);
      case "anyOf" -> {
        // what is not evaluated depends on all that the value meets
        int enough = validation.evaluated() == null ? 1 : schemas.size();
        if (!met(enough, validation, node, rootNode, instanceLocation).isEmpty()) {
          validation.forgetSince(mark);
        }
      }
      case "oneOf" -> {
        List<Integer> met = met(2, validation, node, rootNode, instanceLocation);
        if (!met.isEmpty()) {
          validation.forgetSince(mark);
        }
        if (met.size() != 1) {
          report(validation, node, instanceLocation, Map.of("matched", met));
        }
      }
      default -> {
        boolean met = validation.meets(schemas.get(0), node, rootNode, instanceLocation);
        validation.forgetSince(mark);
        if (met) {
          report(validation, node, instanceLocation, Map.of());
        }
      }
    }
  }

  /** The indexes of the schemas that the value meets, until there are enough of them. */
  private List<Integer> met(
      int enough, Validation validation, JsonNode node, JsonNode rootNode, NodePath location) {
    List<Integer> met = new ArrayList<>(2);
    for (int i = 0; i < schemas.size() && met.size() < enough; i++) {
      validation.evaluationPathAddLast(i);
      if (validation.meets(schemas.get(i), node, rootNode, location)) {
        met.add(i);
      }
      validation.evaluationPathRemoveLast();
    }
    return met;
  }
}
