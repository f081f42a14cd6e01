package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;

/** What the schemas of one compiled schema are built in, if they are of one draft. */
final class PartsContext extends SchemaContext {

  private final SchemaParts parts;

  PartsContext(Dialect dialect, SchemaRegistry registry, SchemaParts parts) {
    super(dialect, registry);
    this.parts = parts;
  }

  @Override
  public Schema newSchema(SchemaLocation location, JsonNode schemaNode, Schema parent) {
    parts.addSubschema();
    return super.newSchema(location, schemaNode, parent);
  }

  /** A regular expression, which was added when the schema was compiled. */
  TextPattern pattern(String text) {
    return parts.pattern(text);
  }

  SchemaParts parts() {
    return parts;
  }
}
