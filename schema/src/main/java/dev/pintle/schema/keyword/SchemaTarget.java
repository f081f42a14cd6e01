package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import dev.pintle.limit.LimitException;

/**
 * A schema that references can lead to. Its validator is built when it is first needed, since
 * schemas refer to each other in circles. Safe for use by several threads.
 */
public final class SchemaTarget {

  private final String location;
  private final JsonNode node;
  private final SchemaContext context;
  private volatile Schema schema;

  /**
   * A target.
   *
   * @param location the URL of its document with its pointer as fragment
   * @param node the schema itself
   * @param context the dialect that it is written in
   */
  public SchemaTarget(String location, JsonNode node, SchemaContext context) {
    this.location = location;
    this.node = node;
    this.context = context;
  }

  /** The URL of its document with its pointer as fragment. */
  public String location() {
    return location;
  }

  JsonNode node() {
    return node;
  }

  /**
   * Its validator.
   *
   * @throws LimitException if the schema takes too much with it
   */
  public Schema schema() {
    Schema built = schema;
    if (built == null) {
      built = build();
      schema = built;
    }
    return built;
  }

  private Schema build() {
    try {
      return context.newSchema(SchemaLocation.of(location), node, null);
    } catch (SchemaException failed) {
      if (failed.getCause() instanceof LimitException limit) {
        throw limit; // the validator wraps what a keyword's constructor throws
      }
      throw failed;
    }
  }
}
