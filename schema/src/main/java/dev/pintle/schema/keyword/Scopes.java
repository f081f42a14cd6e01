package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * To which resource each schema object belongs, since where a dynamic reference leads depends on
 * the resources that a validation has come through. Filled while schemas are compiled, then only
 * read.
 */
public final class Scopes {

  /**
   * What a resource offers to dynamic references.
   *
   * @param recursiveAnchor whether {@code $recursiveAnchor} is true at its root
   * @param dynamicAnchors the schemas with a {@code $dynamicAnchor} in it, by name
   */
  public record Scope(boolean recursiveAnchor, Map<String, SchemaTarget> dynamicAnchors) {}

  private final Map<JsonNode, Scope> scopes = new IdentityHashMap<>();

  /** Says to which resource a schema object belongs. */
  public void put(JsonNode schema, Scope scope) {
    if (schema.isObject()) {
      scopes.put(schema, scope);
    }
  }

  /** The schema with that anchor in the outermost resource that has it, or null. */
  Schema dynamicAnchor(Validation validation, String name) {
    for (Schema schema : validation.getEvaluationSchema()) {
      validation.budget().step();
      Scope scope = scopes.get(schema.getSchemaNode());
      SchemaTarget target = scope == null ? null : scope.dynamicAnchors().get(name);
      if (target != null) {
        return target.schema();
      }
    }
    return null;
  }

  /** The outermost schema that belongs to a resource with a recursive anchor, or null. */
  Schema recursiveAnchor(Validation validation) {
    for (Iterator<Schema> schemas = validation.getEvaluationSchema().iterator();
        schemas.hasNext(); ) {
      Schema schema = schemas.next();
      validation.budget().step();
      Scope scope = scopes.get(schema.getSchemaNode());
      if (scope != null && scope.recursiveAnchor()) {
        return schema;
      }
    }
    return null;
  }
}
