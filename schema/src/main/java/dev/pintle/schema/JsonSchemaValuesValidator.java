package dev.pintle.schema;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.schema.compile.SchemaCompilers;
import dev.pintle.schema.keyword.ReportSize;
import dev.pintle.schema.keyword.Validation;
import dev.pintle.schema.node.InstanceNodes;
import dev.pintle.schema.node.JsonValues;
import dev.pintle.schema.report.Violation;
import dev.pintle.schema.report.ViolationText;
import dev.pintle.schema.source.DescribedPaths;
import dev.pintle.schema.source.SchemaFault;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
    try {
      CompiledSchema compiled = schemas.compiled(schema, budget);
      Validation validation = new Validation(budget);
      List<Violation> violations =
          compiled.violations(InstanceNodes.of(values, budget), validation);
      if (!violations.isEmpty()) {
        ReportSize size = validation.report();
        String report = ViolationText.lines(violations, size) + "\n";
        return new Report(report, diagnostics(violations, values, size));
      }
      return compiled.unresolvedNames().isEmpty()
          ? Report.VALID
          : new Report("", warnings(compiled, schemaFile));
    } catch (SchemaFault fault) {
      Position file = new Position(schemaFile, 0, 0);
      return failure(Diagnostic.of(Kind.SCHEMA, fault.getMessage(), file));
    } catch (LimitException limit) {
      Position file = new Position(schemaFile, 0, 0);
      Diagnostic passed = Diagnostic.of(Kind.LIMIT, limit.getMessage(), file);
      return failure(new LimitException(limit, passed).diagnostics().get(0));
    }
  }

  @Override
  public Predicate<List<String>> describedBy(byte[] schema, Budget budget) {
    try {
      return DescribedPaths.of(schema, budget)::describes;
    } catch (SchemaFault noSchema) {
      return path -> false;
    }
  }

  private static Report failure(Diagnostic why) {
    return new Report(why.message(), List.of(why));
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

  private static List<Diagnostic> diagnostics(
      List<Violation> violations, Table values, ReportSize size) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    violations.forEach(violation -> add(diagnostics, violation, values, size));
    return diagnostics;
  }

  private static void add(
      List<Diagnostic> diagnostics, Violation violation, Table values, ReportSize size) {
    if (violation.isSum()) {
      violation.causes().forEach(cause -> add(diagnostics, cause, values, size));
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
                    : ViolationText.linesWithoutValues(violation.causes(), size)));
  }
}
