package dev.pintle.values.input;

import dev.pintle.diagnostic.Position;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the JSON of {@code --set-json} as Go's {@code encoding/json} reads it into {@code
 * interface{}}: all numbers are {@code float64}, of equal keys the last wins.
 *
 * <pre>
 * value  = "null" | "true" | "false" | number | string | "[" [ value { "," value } ] "]"
 *        | "{" [ string ":" value { "," string ":" value } ] "}"
 * </pre>
 */
final class JsonText {

  /** Go stops at 10000; no chart needs a part of that, and the stack is spared. */
  private static final int MAX_DEPTH = 500;

  private final String text;
  private final Position position;
  private int at;
  private int depth;

  JsonText(String text, int from, Position position) {
    this.text = text;
    this.at = from;
    this.position = position;
  }

  /** Reads a text that is one value and nothing else. */
  static Object parse(String text, Position position) {
    JsonText json = new JsonText(text, 0, position);
    Object value = json.value();
    json.skipSpace();
    if (json.at < text.length()) {
      throw json.fault();
    }
    return value;
  }

  /** Where the value that was read ends. */
  int offset() {
    return at;
  }

  /** Reads one value. */
  Object value() {
    skipSpace();
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Table object() {
    enter();
    Table table = new Table();
    skipSpace();
    if (!skip('}')) {
      do {
        skipSpace();
        String key = string();
        skipSpace();
        expect(':');
        table.put(key, value(), position);
        skipSpace();
      } while (skip(','));
      expect('}');
    }
    depth--;
    return table;
  }

  private Sequence array() {
    enter();
    List<Object> items = new ArrayList<>();
    skipSpace();
    if (!skip(']')) {
      do {
        items.add(value());
        skipSpace();
      } while (skip(','));
      expect(']');
    }
    depth--;
    Position[] positions = new Position[items.size()];
    Arrays.fill(positions, position);
    return Sequence.read(items.toArray(), positions);
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return out.toString();
      } else if (c < ' ') {
        throw fault();
      } else if (c == '\\') {
        escape(out);
      } else {
        out.append(GoStrings.isEscape(text, at - 1) ? '\uFFFD' : c);
      }
    }
  }

  private void escape(StringBuilder out) {
    char c = next();
    switch (c) {
      case '"', '\\', '/' -> out.append(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> unicode(out);
      default -> throw fault();
    }
  }

  /** Half of a surrogate pair becomes the replacement character. */
  private void unicode(StringBuilder out) {
    char c = hex();
    if (Character.isHighSurrogate(c) && text.startsWith("\\u", at)) {
      int before = at;
      at += 2;
      char low = hex();
      if (Character.isLowSurrogate(low)) {
        out.append(c).append(low);
        return;
      }
      at = before;
    }
    out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
  }

  private char hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw fault();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Double number() {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    double value = Double.parseDouble(text.substring(start, at));
    if (Double.isInfinite(value)) {
      throw fault();
    }
    return value;
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw fault();
    }
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw fault();
    }
    at += word.length();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at == text.length()) {
      throw fault();
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw fault();
    }
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw fault();
    }
  }

  private SetException fault() {
    String found =
        at < text.length()
            ? "unexpected " + GoQuotes.quoteRune(text.codePointAt(at))
            : "unexpected end";
    return new SetException(found + " in JSON", at);
  }
}
