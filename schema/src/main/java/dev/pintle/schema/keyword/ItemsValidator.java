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
 * {@code items} of every draft, {@code prefixItems} and {@code additionalItems}: a schema for each
 * of the first items, or one for the rest.
 *
 * <p>Helm counts the rest from 0 in its messages. An evaluation path has a token after the keyword:
 * for one of the first items its index, for the rest {@link #restFrom}.
 */
final class ItemsValidator extends ApplicatorValidator {

  /** One per item at the start; empty if the keyword is about the rest. */
  private final List<Schema> first = new ArrayList<>();

  private final Schema rest;
  private final int restAt;
  private final boolean noRest;
  private final String restKeyword;

  /** Whether something is said of the rest, be it that it may be anything. */
  private final boolean hasRest;

  ItemsValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    if (schemaNode.isArray()) {
      for (int i = 0; i < schemaNode.size(); i++) {
        first.add(subschema(location.append(i), schemaNode.get(i)));
      }
      JsonNode additional = parent.getSchemaNode().get("additionalItems");
      boolean legacy = keyword.getValue().equals("items");
      noRest = legacy && additional != null && additional.isBoolean() && !additional.booleanValue();
      rest =
          legacy && additional != null && additional.isObject()
              ? subschema(parent.getSchemaLocation().append("additionalItems"), additional)
              : null;
      restAt = first.size();
      restKeyword = "additionalItems";
      hasRest = legacy && additional != null;
    } else {
      JsonNode prefix = parent.getSchemaNode().get("prefixItems");
      rest = subschema();
      restAt = prefix != null && Dialects.hasPrefixItems(context) ? prefix.size() : 0;
      noRest = false;
      restKeyword = "items";
      hasRest = true;
    }
  }

  /** The token of an evaluation path that stands for the items from an index on. */
  private static int restToken(int from) {
    return -2 - from;
  }

  /** From which index on items are the rest, if the token of a path says so; otherwise -1. */
  static int restFrom(Object token) {
    return token instanceof Integer number && number < -1 ? -2 - number : -1;
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (!node.isArray()) {
      return;
    }
    int listed = Math.min(first.size(), node.size());
    if (validation.evaluated() != null) {
      evaluate(validation.evaluated(), listed);
    }
    for (int i = 0; i < listed; i++) {
      validation.evaluationPathAddLast(i);
      validation.memberMeets(first.get(i), node.get(i), rootNode, instanceLocation.append(i));
      validation.evaluationPathRemoveLast();
    }
    if (rest == null && !noRest || node.size() <= restAt) {
      return;
    }
    validation.evaluationPathRemoveLast();
    validation.evaluationPathAddLast(restKeyword);
    if (noRest) {
      report(validation, node, instanceLocation, Map.of("count", node.size() - restAt));
    } else {
      validation.evaluationPathAddLast(restToken(restAt));
      for (int i = restAt; i < node.size(); i++) {
        validation.budget().step();
        validation.memberMeets(rest, node.get(i), rootNode, instanceLocation.append(i));
      }
      validation.evaluationPathRemoveLast();
    }
    validation.evaluationPathRemoveLast();
    validation.evaluationPathAddLast(getKeyword());
  }

  private void evaluate(EvaluatedParts evaluated, int listed) {
    if (hasRest) {
      evaluated.addAll();
    } else {
      evaluated.addFirst(listed);
    }
  }
}
