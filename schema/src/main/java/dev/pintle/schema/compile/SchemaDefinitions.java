package dev.pintle.schema.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.schema.keyword.Dialects;
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
   */
  public SchemaDefinitions(JsonNode root, Dialects dialects) {
    SchemaLibrary library = new SchemaLibrary(url -> null, (schema, draft) -> null);
    this.document = library.add("pintle:definitions", root);
    this.compiler = new SchemaCompiler(library, dialects, true);
  }

  /**
   * The schema at a pointer.
   *
   * @throws dev.pintle.schema.source.SchemaFault if it cannot be used, as for a regular expression
   *     that is none
   */
  public synchronized CompiledSchema at(String pointer) {
    CompiledSchema known = compiled.get(pointer);
    if (known == null) {
      known = new CompiledSchema(compiler.compile(document, pointer), Set.of());
      compiled.put(pointer, known);
    }
    return known;
  }
}
