package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import dev.pintle.schema.format.FormatCheck;
import dev.pintle.schema.format.FormatException;
import dev.pintle.schema.format.Formats;
import java.util.Map;

/** {@code format}, where it is more than a remark; formats that are not known fit every value. */
final class FormatValidator extends ApplicatorValidator {

  /** The keyword, in the form in which a dialect takes it. */
  static final class OfDialect extends FormatKeyword {
    OfDialect(Map<String, Format> formats) {
      super(formats);
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) {
      return new FormatValidator(this, location, schemaNode, parent, context);
    }
  }

  private static final int CHARACTERS_PER_STEP = 16;

  private final FormatCheck check;

  private FormatValidator(
      Keyword keyword,
      SchemaLocation location,
      JsonNode schemaNode,
      Schema parent,
      SchemaContext context) {
    super(keyword, location, schemaNode, parent, context);
    check = Formats.named(schemaNode.asText());
  }

  @Override
  void validate(
      Validation validation, JsonNode node, JsonNode rootNode, NodePath instanceLocation) {
    if (check == null || !node.isTextual()) {
      return;
    }
    validation.budget().worked(node.textValue().length() / CHARACTERS_PER_STEP);
    try {
      check.check(node.textValue(), validation.budget());
    } catch (FormatException misfit) {
      validation.report().add(misfit.getMessage().length());
      report(validation, node, instanceLocation, Map.of("reason", misfit.getMessage()));
    }
  }
}
