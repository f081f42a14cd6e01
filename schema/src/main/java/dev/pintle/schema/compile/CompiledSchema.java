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
   * @param validation one that was not used yet
   * @throws dev.pintle.limit.LimitException if it may not do as much as that takes
   */
  public List<Violation> violations(JsonNode value, Validation validation) {
    validation.start(start.schema(), value);
    List<Error> errors = validation.getErrors();
    return errors.isEmpty() ? List.of() : ViolationTree.of(errors, validation.report());
  }
}
