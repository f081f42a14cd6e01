package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;

/** A keyword that is checked here and not by the validator's own class for it. */
record OwnKeyword(String value, Maker maker) implements Keyword {

  /** Makes the part of a schema that one occurrence of the keyword stands for. */
  @FunctionalInterface
  interface Maker {
    KeywordValidator make(
        Keyword keyword,
        SchemaLocation location,
        JsonNode schemaNode,
        Schema parent,
        SchemaContext context);
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) {
    return maker.make(this, location, schemaNode, parent, context);
  }
}
