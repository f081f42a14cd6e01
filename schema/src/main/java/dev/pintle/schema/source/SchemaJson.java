package dev.pintle.schema.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.schema.node.JsonNumbers;
import dev.pintle.values.GoType;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the JSON of schema files. Numbers keep their exact value and how they were written, since
 * messages repeat them as they stand in the file.
 */
final class SchemaJson {

  /** As deep as the validator may safely go; Helm's reader stops at 10,000. */
  static final int MAX_DEPTH = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaJson() {}

  /**
   * Reads one document.
   *
   * @param cost counts what it takes
   * @throws SchemaFault in the words of Go's decoder if it is not JSON
   */
  static JsonNode read(byte[] bytes, SchemaCost cost) {
    String text = GoStrings.fromBytes(bytes);
    cost.text(text);
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != null) {
        JsonNode document = document(parser, cost);
        if (parser.nextToken() == null) {
          return document;
        }
      }
    } catch (IOException malformed) {
      throw new SchemaFault(reason(text, malformed));
    }
    throw new SchemaFault(reason(text, null));
  }

  private static JsonNode document(JsonParser parser, SchemaCost cost) throws IOException {
    Deque<ContainerNode<?>> open = new ArrayDeque<>();
    Deque<String> keys = new ArrayDeque<>();
    while (true) {
      JsonToken token = parser.currentToken();
      cost.token();
      JsonNode complete = null;
      if (token == JsonToken.FIELD_NAME) {
        keys.push(clean(parser.currentName()));
      } else if (token == JsonToken.START_OBJECT) {
        open.push(NODES.objectNode());
      } else if (token == JsonToken.START_ARRAY) {
        open.push(NODES.arrayNode());
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        complete = open.pop();
      } else {
        complete = scalar(parser, token, cost);
      }
      if (complete != null) {
        if (open.isEmpty()) {
          return complete;
        } else if (open.peek() instanceof ObjectNode object) {
          object.set(keys.pop(), complete);
        } else {
          ((ArrayNode) open.peek()).add(complete);
        }
      }
      parser.nextToken();
    }
  }

  private static JsonNode scalar(JsonParser parser, JsonToken token, SchemaCost cost)
      throws IOException {
    return switch (token) {
      case VALUE_STRING -> NODES.textNode(clean(parser.getText()));
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> {
        JsonNode number = JsonNumbers.written(parser.getText());
        if (number == null) {
          throw new SchemaFault("number out of range: " + parser.getText());
        }
        cost.number(number);
        yield number;
      }
    };
  }

  /** Go puts U+FFFD for every half of a surrogate pair and every byte that is not UTF-8. */
  private static String clean(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean == null ? text : clean.toString();
  }

  /** What Go's decoder says of a text that could not be read. */
  private static String reason(String text, IOException cause) {
    if (GoStrings.trimSpace(text).isEmpty()) {
      return "EOF";
    }
    JsonException error = JsonReader.read(text, GoType.ANY).error();
    if (error == null) {
      return "schema cannot be read: " + cause.getMessage().lines().findFirst().orElse("");
    } else if (error.getMessage().endsWith(" after top-level value")) {
      return "invalid character after top-level value";
    }
    // what is wrong at the end only would read otherwise if the text went on
    JsonException longer = JsonReader.read(text + '\u0001', GoType.ANY).error();
    if (!error.getMessage().equals(longer.getMessage())) {
      return "unexpected EOF";
    }
    return error.getMessage();
  }
}
