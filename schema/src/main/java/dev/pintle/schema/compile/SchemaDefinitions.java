package dev.pintle.schema.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.limit.Budget;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.schema.keyword.SchemaParts;
import dev.pintle.schema.source.SchemaCost;
import dev.pintle.schema.source.SchemaDocument;
import dev.pintle.schema.source.SchemaLibrary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A document with many schemas that share definitions. Each is compiled when it is first asked for,
 * and each definition once for all of them. Thread-safe.
 *
 * <p>For documents that are known to be schemas: they are not checked by a metaschema. They cannot
 * refer to others, and their {@code format} counts.
 */
public final class SchemaDefinitions {

  private final SchemaCompiler compiler;
  private final SchemaDocument document;
  private final Map<String, CompiledSchema> compiled = new HashMap<>();

  /**
   * The definitions of a document.
   *
   * @param root belongs to this from now on, and is changed
   * @param parts counts what is compiled
   * @param budget counts the work that comes before anything is compiled
   */
  public SchemaDefinitions(JsonNode root, Dialects dialects, SchemaParts parts, Budget budget) {
    SchemaCost cost = new SchemaCost(budget, parts::add);
    SchemaLibrary library = new SchemaLibrary(url -> null, (schema, draft) -> null, cost);
    this.document = library.add("pintle:definitions", root);
    this.compiler = new SchemaCompiler(library, dialects, parts, true);
  }

  /**
   * The schema at a pointer.
   *
   * @param budget counts the work, if it is compiled only now
   * @throws dev.pintle.schema.source.SchemaFault if it cannot be used, as for a regular expression
   *     that is none
   */
  public synchronized CompiledSchema at(String pointer, Budget budget) {
    CompiledSchema known = compiled.get(pointer);
    if (known == null) {
      known = new CompiledSchema(compiler.compile(document, pointer, budget), Set.of());
      compiled.put(pointer, known);
    }
    return known;
  }
}
