package dev.pintle.schema.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.pintle.schema.keyword.SchemaTarget;
import dev.pintle.schema.keyword.Validation;
import dev.pintle.schema.report.Violation;
import dev.pintle.schema.report.ViolationTree;
import java.util.List;
import java.util.Set;

/**
 * A schema that is ready to be applied, by several threads if need be.
 *
 * @param start where it starts
 * @param unresolvedNames {@code urn:} references in it that nobody resolved
 */
public record CompiledSchema(SchemaTarget start, Set<String> unresolvedNames) {

  /**
   * What in a value does not meet the schema; empty if all does.
   *
   * @param referenceDepth how many references may lead into each other
   * @param references how many references may be followed in all
   * @throws dev.pintle.schema.keyword.ValidationLimitException if that is not enough
   */
  public List<Violation> violations(JsonNode value, int referenceDepth, long references) {
    Validation validation = new Validation(referenceDepth, references);
    start.schema().validate(validation, value);
    List<Error> errors = validation.getErrors();
    return errors.isEmpty() ? List.of() : ViolationTree.of(errors);
  }
}
