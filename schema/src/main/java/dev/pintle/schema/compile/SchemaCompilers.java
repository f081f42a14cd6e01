package dev.pintle.schema.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.schema.keyword.SchemaParts;
import dev.pintle.schema.keyword.Validation;
import dev.pintle.schema.report.Violation;
import dev.pintle.schema.report.ViolationText;
import dev.pintle.schema.source.Draft;
import dev.pintle.schema.source.SchemaCost;
import dev.pintle.schema.source.SchemaDocument;
import dev.pintle.schema.source.SchemaLibrary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Compiles schema files, after checking each by the metaschema of its draft. Thread-safe. */
public final class SchemaCompilers {

  /** Where Helm says that every chart's schema is; messages and relative references build on it. */
  static final String URL = "file:///values.schema.json";

  /** A schema is as deep as its file may be nested, and a metaschema refers twice per level. */
  private static final int METASCHEMA_DEPTH = 1_000;

  private final Dialects dialects = new Dialects();
  private final Function<String, byte[]> resolver;
  private final Map<Draft, CompiledSchema> metaschemas = new ConcurrentHashMap<>();

  /**
   * Compilers for schemas that may refer to others.
   *
   * @param resolver gives the bytes of the schema at a URL, or null
   */
  public SchemaCompilers(Function<String, byte[]> resolver) {
    this.resolver = resolver;
  }

  /**
   * Compiles a schema file.
   *
   * @param budget counts the work
   * @throws dev.pintle.schema.source.SchemaFault if it cannot be used
   */
  public CompiledSchema compile(byte[] json, Budget budget) {
    SchemaParts parts = new SchemaParts(budget.limits());
    SchemaLibrary library =
        new SchemaLibrary(
            resolver,
            (schema, draft) -> faults(schema, draft, budget),
            new SchemaCost(budget, parts::add));
    SchemaDocument document = library.add(URL, json);
    SchemaCompiler compiler = new SchemaCompiler(library, dialects, parts, false);
    return new CompiledSchema(compiler.compile(document, "", budget), library.unresolvedNames());
  }

  private String faults(JsonNode schema, Draft draft, Budget budget) {
    Validation validation = new Validation(budget, METASCHEMA_DEPTH, Long.MAX_VALUE);
    List<Violation> faults = metaschema(draft).violations(schema, validation);
    return faults.isEmpty()
        ? null
        : ViolationText.report(draft.url() + "#", faults, validation.report());
  }

  private CompiledSchema metaschema(Draft draft) {
    CompiledSchema known = metaschemas.get(draft);
    if (known == null) {
      // these are known: no stranger's budget has to pay for them
      Budget budget = new Budget(Limits.defaults(), "compiling a metaschema");
      SchemaParts parts = SchemaParts.unlimited();
      SchemaCost cost = new SchemaCost(budget, parts::add);
      SchemaLibrary library = new SchemaLibrary(url -> null, (s, d) -> null, cost);
      SchemaCompiler compiler = new SchemaCompiler(library, dialects, parts, true);
      SchemaDocument document = library.document(draft.url());
      known = new CompiledSchema(compiler.compile(document, "", budget), Set.of());
      metaschemas.put(draft, known);
    }
    return known;
  }
}
