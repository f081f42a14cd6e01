package dev.pintle.schema.compile;

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
   * @throws dev.pintle.schema.source.SchemaFault if it cannot be used
   */
  public CompiledSchema compile(byte[] json) {
    SchemaLibrary library = new SchemaLibrary(resolver, this::faults);
    return compile(library, library.add(URL, json), false);
  }

  private CompiledSchema compile(SchemaLibrary library, SchemaDocument document, boolean formats) {
    return new CompiledSchema(
        new SchemaCompiler(library, dialects, formats).compile(document, ""),
        library.unresolvedNames());
  }

  private String faults(JsonNode schema, Draft draft) {
    List<Violation> faults = metaschema(draft).violations(schema, METASCHEMA_DEPTH, Long.MAX_VALUE);
    return faults.isEmpty() ? null : ViolationText.report(draft.url() + "#", faults);
  }

  private CompiledSchema metaschema(Draft draft) {
    CompiledSchema known = metaschemas.get(draft);
    if (known == null) {
      SchemaLibrary library = new SchemaLibrary(url -> null, (s, d) -> null);
      known = compile(library, library.document(draft.url()), true);
      metaschemas.put(draft, known);
    }
    return known;
  }
}
