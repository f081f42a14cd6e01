package dev.pintle.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.schema.report.Violation;
import dev.pintle.schema.report.ViolationText;
import dev.pintle.schema.source.Draft;
import dev.pintle.schema.source.SchemaDocument;
import dev.pintle.schema.source.SchemaLibrary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles schema files, after checking each by the metaschema of its draft. Thread-safe. */
final class SchemaCompilers {

  /** Where Helm says that every chart's schema is; messages and relative references build on it. */
  static final String URL = "file:///values.schema.json";

  /** A schema is as deep as its file may be nested, and a metaschema refers twice per level. */
  private static final SchemaLimits FOR_SCHEMAS =
      SchemaLimits.DEFAULT.withReferenceDepth(1_000).withReferences(Long.MAX_VALUE);

  private final Dialects dialects = new Dialects();
  private final SchemaResolver resolver;
  private final Map<Draft, CompiledSchema> metaschemas = new ConcurrentHashMap<>();

  SchemaCompilers(SchemaResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Compiles a schema file.
   *
   * @throws dev.pintle.schema.source.SchemaFault if it cannot be used
   */
  CompiledSchema compile(byte[] json) {
    SchemaLibrary library = new SchemaLibrary(resolver::resolve, this::faults);
    return compile(library, library.add(URL, json), false);
  }

  private CompiledSchema compile(SchemaLibrary library, SchemaDocument document, boolean formats) {
    return new CompiledSchema(
        new SchemaCompiler(library, dialects, formats).compile(document),
        library.unresolvedNames());
  }

  private String faults(JsonNode schema, Draft draft) {
    List<Violation> faults = metaschema(draft).violations(schema, FOR_SCHEMAS);
    return faults.isEmpty() ? null : ViolationText.report(draft.url() + "#", faults);
  }

  private CompiledSchema metaschema(Draft draft) {
    CompiledSchema known = metaschemas.get(draft);
    if (known == null) {
      SchemaLibrary library = new SchemaLibrary(SchemaResolver.NONE::resolve, (s, d) -> null);
      known = compile(library, library.document(draft.url()), true);
      metaschemas.put(draft, known);
    }
    return known;
  }
}
