package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.node.POJONode;
import com.networknt.schema.Schema;

/**
 * A reference whose target is known. It stands in the schema in place of the URL, so that the
 * validator has nothing left to look up.
 *
 * @param target the schema that it leads to
 * @param dynamicAnchor the anchor that schemas which the validation has come through may have
 *     redefined, or null
 * @param recursive whether it is a {@code $recursiveRef} to a schema with {@code $recursiveAnchor}
 * @param scopes what each schema's resource offers to dynamic references
 */
public record Reference(
    SchemaTarget target, String dynamicAnchor, boolean recursive, Scopes scopes) {

  /** This reference as a node of a schema. */
  public POJONode asNode() {
    return new POJONode(this);
  }

  Schema resolve(Validation validation) {
    Schema found = null;
    if (dynamicAnchor != null) {
      found = scopes.dynamicAnchor(validation, dynamicAnchor);
    } else if (recursive) {
      found = scopes.recursiveAnchor(validation);
    }
    return found == null ? target.schema() : found;
  }
}
