package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.go.strconv.GoQuotes;

/** What can be asked of JSON values: their type's name, how they print. */
public final class JsonValues {

  private JsonValues() {}

  /** The name of a value's type in messages; there, every number is a number. */
  public static String typeName(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case STRING -> "string";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "";
    };
  }

  /** A scalar as messages show it: strings quoted, numbers of a schema as they were written. */
  public static String shown(JsonNode value) {
    if (value.isTextual()) {
      return quoted(value.textValue());
    } else if (value.isContainerNode()) {
      return "value";
    } else if (value instanceof WrittenNumber number) {
      return number.text();
    }
    return value.isNull() ? "<nil>" : value.asText();
  }

  /** A string in single quotes, escaped as Helm's library does: before the outer quotes go. */
  public static String quoted(String text) {
    String quoted = GoQuotes.quote(text).replace("\\\"", "\"").replace("'", "\\'");
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }
}
