package dev.pintle.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.schema.compile.SchemaCompilers;
import dev.pintle.schema.keyword.ValidationLimitException;
import dev.pintle.schema.node.InstanceNodes;
import dev.pintle.schema.node.JsonValues;
import dev.pintle.schema.report.Violation;
import dev.pintle.schema.report.ViolationText;
import dev.pintle.schema.source.DescribedPaths;
import dev.pintle.schema.source.SchemaFault;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks values against JSON Schema, drafts 4 to 2020-12, with Helm's verdicts and Helm's report.
 *
 * <p>Built on networknt's validator. It differs from Helm where safety asks for it: no network and
 * no file is read for a {@code $ref} unless a {@link SchemaResolver} hands the schema in, and a
 * schema ends in an error that asks for more than the {@link Limits}.
 *
 * <p>Thread-safe. Keeps what it compiled for as long as the bytes of a schema are in use.
 */
public final class JsonSchemaValuesValidator implements ValuesValidator {

  /** How many compiled schemas are kept for charts that are still in use. */
  private static final int KEPT = 1_000;

  private final CompiledSchemas schemas;

  /** A validator that reads nothing but the schemas it is given. */
  public JsonSchemaValuesValidator() {
    this(SchemaResolver.NONE);
  }

  /**
   * A validator that gets the schemas elsewhere, to which a chart's schema refers, from a resolver.
   */
  public JsonSchemaValuesValidator(SchemaResolver resolver) {
    this.schemas = new CompiledSchemas(new SchemaCompilers(resolver::resolve), KEPT);
  }

  @Override
  public Report validate(byte[] schema, Table values, String schemaFile, Budget budget) {
    Limits limits = budget.limits();
    try {
      CompiledSchema compiled = schemas.compiled(schema);
      JsonNode instance = InstanceNodes.of(values);
      List<Violation> violations =
          compiled.violations(
              instance,
              limits.intOf(Limit.SCHEMA_REFERENCE_DEPTH),
              limits.of(Limit.SCHEMA_REFERENCES));
      if (!violations.isEmpty()) {
        return new Report(ViolationText.lines(violations) + "\n", diagnostics(violations, values));
      }
      return compiled.unresolvedNames().isEmpty()
          ? Report.VALID
          : new Report("", warnings(compiled, schemaFile));
    } catch (SchemaFault fault) {
      return failure(Kind.SCHEMA, fault.getMessage(), schemaFile);
    } catch (ValidationLimitException | LimitException limit) {
      return failure(Kind.LIMIT, limit.getMessage(), schemaFile);
    } catch (StackOverflowError tooDeep) {
      return failure(Kind.LIMIT, "schema or values are nested too deeply", schemaFile);
    }
  }

  @Override
  public boolean describes(byte[] schema, List<String> path) {
    try {
      return DescribedPaths.of(schema).describes(path);
    } catch (SchemaFault noSchema) {
      return false;
    }
  }

  private static Report failure(Kind kind, String message, String schemaFile) {
    Position file = new Position(schemaFile, 0, 0);
    return new Report(message, List.of(Diagnostic.of(kind, message, file)));
  }

  private static List<Diagnostic> warnings(CompiledSchema compiled, String schemaFile) {
    Position file = new Position(schemaFile, 0, 0);
    return compiled.unresolvedNames().stream()
        .map(
            urn ->
                Diagnostic.of(
                        Kind.WARNING,
                        "unresolved URN reference ignored; using permissive schema",
                        file)
                    .withNote(GoQuotes.logField("urn", urn)))
        .toList();
  }

  private static List<Diagnostic> diagnostics(List<Violation> violations, Table values) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    violations.forEach(violation -> add(diagnostics, violation, values));
    return diagnostics;
  }

  private static void add(List<Diagnostic> diagnostics, Violation violation, Table values) {
    if (violation.isSum()) {
      violation.causes().forEach(cause -> add(diagnostics, cause, values));
      return;
    }
    List<Object> place = new ArrayList<>(violation.location());
    if (!violation.members().isEmpty()) {
      place.add(violation.members().get(0));
    }
    diagnostics.add(
        Diagnostic.of(
                Kind.SCHEMA,
                "at " + JsonValues.quoted(violation.pointer()) + ": " + violation.valueless(),
                InstanceNodes.positionOf(values, place))
            .withNote(
                violation.causes().isEmpty()
                    ? null
                    : ViolationText.linesWithoutValues(violation.causes())));
  }
}
