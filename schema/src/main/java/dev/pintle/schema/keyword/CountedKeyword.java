package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;

/**
 * A keyword of the validator's own that asks something of a value itself. Its work grows with the
 * length of a text or of the number in the schema, which is counted around it.
 */
record CountedKeyword(KeywordType type) implements Keyword {

  private static final int CHARACTERS_PER_STEP = 256;

  /** The validator reads a bound anew for each value, and the longer the slower. */
  private static final int DIGITS_PER_STEP = 4;

  /** It writes large numbers out to compare them. */
  private static final int BITS_PER_STEP = 8;

  @Override
  public String getValue() {
    return type.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context)
      throws Exception {
    KeywordValidator own = type.newValidator(location, schemaNode, parent, context);
    int digits = schemaNode.isNumber() ? schemaNode.asText().length() : 0;
    return new Counted(own, digits / DIGITS_PER_STEP, schemaNode.isArray());
  }

  /**
   * Counts and hands on.
   *
   * @param steps for each value, besides what its own length comes to
   * @param dropsErrors whether it may report errors that it takes back, as for a list of types
   */
  private record Counted(KeywordValidator own, int steps, boolean dropsErrors)
      implements KeywordValidator {

    @Override
    public SchemaLocation getSchemaLocation() {
      return own.getSchemaLocation();
    }

    @Override
    public String getKeyword() {
      return own.getKeyword();
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
      Validation validation = (Validation) context;
      int length = node.isTextual() ? node.textValue().length() : 0;
      if (steps > 0 || length >= CHARACTERS_PER_STEP) {
        validation.budget().worked(steps + length / CHARACTERS_PER_STEP);
      }
      if (node.isBigInteger()) {
        validation.budget().worked(node.bigIntegerValue().bitLength() / BITS_PER_STEP);
      }
      if (!dropsErrors) {
        own.validate(context, node, rootNode, instanceLocation);
        return;
      }
      Validation.Mark mark = validation.mark();
      own.validate(context, node, rootNode, instanceLocation);
      validation.countSince(mark);
    }
  }
}
