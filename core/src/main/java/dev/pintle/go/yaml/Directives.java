package dev.pintle.go.yaml;

import dev.pintle.go.yaml.Token.Type;
import java.util.HashMap;
import java.util.Map;

/** The directives before a document: its version, and what the handles of its tags stand for. */
final class Directives {

  private final Cursor cursor;
  private final Scanner scanner;
  private Map<String, String> tagPrefixes = Map.of();

  Directives(Cursor cursor, Scanner scanner) {
    this.cursor = cursor;
    this.scanner = scanner;
  }

  /** Reads what stands before a document, in place of what stood before the last one. */
  void read() {
    tagPrefixes = Map.of();
    boolean versioned = false;
    while (true) {
      Token token = scanner.peek();
      if (token.type == Type.VERSION_DIRECTIVE) {
        if (versioned) {
          throw cursor.parserError("found duplicate %YAML directive", token);
        }
        if (!token.suffix.equals("1.1")) {
          throw cursor.parserError("found incompatible YAML document", token);
        }
        versioned = true;
      } else if (token.type == Type.TAG_DIRECTIVE) {
        addTagPrefix(token);
      } else {
        return;
      }
      scanner.skip();
    }
  }

  private void addTagPrefix(Token token) {
    if (tagPrefixes.isEmpty()) {
      tagPrefixes = new HashMap<>();
    }
    if (tagPrefixes.put(token.name, token.suffix) != null) {
      throw cursor.parserError("found duplicate %TAG directive", token);
    }
  }

  /** What a tag's handle stands for. */
  String tagPrefix(String handle, Token tagAt) {
    String prefix = handle.isEmpty() ? "" : tagPrefixes.get(handle);
    if (prefix != null) {
      return prefix;
    }
    return switch (handle) {
      case "!" -> "!";
      case "!!" -> Tags.CORE;
      default -> throw cursor.parserError("found undefined tag handle", tagAt);
    };
  }
}
