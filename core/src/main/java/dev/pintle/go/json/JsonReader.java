package dev.pintle.go.json;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON as Go's {@code json.Unmarshal} does into {@code interface{}}: every number is a {@code
 * float64}, of equal keys the last wins, halves of surrogate pairs and bytes that are not UTF-8
 * become U+FFFD. It refuses what Go refuses, in Go's words, nesting of more than 10,000 included.
 *
 * <pre>
 * text   = value
 * value  = "null" | "true" | "false" | number | string | array | object
 * array  = "[" [ value { "," value } ] "]"
 * object = "{" [ string ":" value { "," string ":" value } ] "}"
 * number = ["-"] ( "0" | digit1-9 {digit} ) [ "." digit {digit} ] [ ("e"|"E") ["+"|"-"] digit {digit} ]
 * </pre>
 */
public final class JsonReader {

  private static final int MAX_DEPTH = 10_000;
  private static final String AT_KEY = "looking for beginning of object key string";

  /** Instead of a value: an array or object has been opened, and its first or next item comes. */
  private static final Object OPENED = new Object();

  private final String text;
  private int at;
  private JsonException numberOutOfRange;
  private final List<Open> open = new ArrayList<>();

  private final int maxDepth;
  private long valuesLeft;

  private JsonReader(String text, int from, int maxDepth, long maxValues) {
    this.text = text;
    this.at = from;
    this.maxDepth = maxDepth;
    this.valuesLeft = maxValues;
  }

  /**
   * What Go's decoder leaves in its target and the error that it returns. There are both where a
   * number is too large: its place is null then.
   *
   * @param value what was read, null if there was nothing to read it into
   * @param error what was wrong, or null
   */
  public record Result(Object value, JsonException error) {}

  /**
   * A value at the start of a text that may go on after it.
   *
   * @param end where the value ends
   */
  public record Prefix(Object value, int end) {}

  /**
   * Reads one value and leaves what follows it.
   *
   * @param from where to begin
   * @param maxDepth how deep arrays and objects may be nested
   */
  public static Prefix readPrefix(String text, int from, int maxDepth) throws JsonException {
    JsonReader reader = new JsonReader(text, from, maxDepth, Long.MAX_VALUE);
    Object value = reader.value();
    if (reader.numberOutOfRange != null) {
      throw reader.numberOutOfRange;
    }
    return new Prefix(value, reader.at);
  }

  /** Reads a value of any type. */
  public static Object read(String text) throws JsonException {
    return value(read(text, GoType.ANY));
  }

  /**
   * Reads a value of any type from somebody who may send anything.
   *
   * @param maxDepth how deep arrays and objects may be nested
   * @param maxValues how many values there may be, one in another counted as two
   * @throws TooMuchException if there are more, or deeper ones; nothing is kept of them
   */
  public static Object read(String text, int maxDepth, long maxValues) throws JsonException {
    return value(read(new JsonReader(text, 0, maxDepth, maxValues), GoType.ANY));
  }

  private static Object value(Result result) throws JsonException {
    if (result.error != null) {
      throw result.error;
    }
    return result.value;
  }

  /**
   * Reads a value into a target of that type: {@link GoType#MAP}, {@link GoType#LIST} or {@link
   * GoType#ANY}. A JSON null leaves any of them nil.
   */
  public static Result read(String text, GoType target) {
    return read(new JsonReader(text, 0, MAX_DEPTH, Long.MAX_VALUE), target);
  }

  private static Result read(JsonReader reader, GoType target) {
    Object value;
    try {
      value = reader.document();
    } catch (JsonException malformed) {
      return new Result(null, malformed);
    }
    String kind =
        value == null && reader.numberOutOfRange != null ? "number" : JsonKind.nameOf(value);
    boolean fits =
        switch (target) {
          case MAP -> kind.equals("null") || kind.equals("object");
          case LIST -> kind.equals("null") || kind.equals("array");
          default -> true;
        };
    if (!fits) {
      return new Result(null, mismatch(kind, target));
    }
    return new Result(value, reader.numberOutOfRange);
  }

  private static JsonException mismatch(String found, GoType target) {
    return new JsonException(
        "json: cannot unmarshal " + found + " into Go value of type " + target.goName());
  }

  /** An array or object that has not ended yet. */
  private static final class Open {
    private final Table table;
    private final List<Object> items;
    private String key;

    Open(Table table, List<Object> items) {
      this.table = table;
      this.items = items;
    }

    void add(Object value) {
      if (table != null) {
        table.put(key, value);
      } else {
        items.add(value);
      }
    }

    Object value() {
      return table != null ? table : Sequence.copyOf(items);
    }
  }

  private Object document() throws JsonException {
    Object value = value();
    skipSpace();
    if (at < text.length()) {
      throw unexpected("after top-level value");
    }
    return value;
  }

  private Object value() throws JsonException {
    while (true) {
      Object value = begin();
      while (value != OPENED) {
        if (open.isEmpty()) {
          return value;
        }
        Open innermost = open.get(open.size() - 1);
        innermost.add(value);
        value = goesOn(innermost) ? OPENED : close();
      }
    }
  }

  /** Reads a scalar or an empty array or object, or the bracket of one that has items to read. */
  private Object begin() throws JsonException {
    char c = peek("looking for beginning of value");
    if (--valuesLeft < 0) {
      throw new TooMuchException("exceeded max number of values", false);
    }
    return switch (c) {
      case '{' -> {
        open(new Open(new Table(), null));
        if (peek(AT_KEY) == '}') {
          at++;
          yield close();
        }
        key();
        yield OPENED;
      }
      case '[' -> {
        open(new Open(null, new ArrayList<>()));
        if (peek("looking for beginning of value") == ']') {
          at++;
          yield close();
        }
        yield OPENED;
      }
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private void open(Open container) throws JsonException {
    if (open.size() == maxDepth) {
      throw new TooMuchException(broken("exceeded max depth").getMessage(), true);
    }
    at++;
    open.add(container);
  }

  private Object close() {
    return open.remove(open.size() - 1).value();
  }

  /** After an item: reads the comma, and the key if there is one; or the closing bracket. */
  private boolean goesOn(Open container) throws JsonException {
    boolean object = container.table != null;
    String place = object ? "after object key:value pair" : "after array element";
    char c = peek(place);
    if (c == ',') {
      at++;
      if (object) {
        key();
      }
      return true;
    } else if (c == (object ? '}' : ']')) {
      at++;
      return false;
    }
    throw unexpected(place);
  }

  private void key() throws JsonException {
    if (peek(AT_KEY) != '"') {
      throw unexpected(AT_KEY);
    }
    open.get(open.size() - 1).key = string();
    if (peek("after object key") != ':') {
      throw unexpected("after object key");
    }
    at++;
  }

  private Object word(String word, Object value) throws JsonException {
    for (int i = 0; i < word.length(); i++, at++) {
      if (at == text.length() || text.charAt(at) != word.charAt(i)) {
        throw broken("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    return value;
  }

  private Object number() throws JsonException {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits(at == start ? "looking for beginning of value" : "in numeric literal");
    }
    if (skip('.')) {
      digits("after decimal point in numeric literal");
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits("in exponent of numeric literal");
    }
    String digits = text.substring(start, at);
    double value = Double.parseDouble(digits);
    if (!Double.isInfinite(value)) {
      return value;
    }
    if (numberOutOfRange == null) {
      numberOutOfRange = mismatch("number " + digits, GoType.FLOAT64);
    }
    return null;
  }

  private void digits(String place) throws JsonException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw broken(place);
    }
  }

  private String string() throws JsonException {
    int start = ++at;
    StringBuilder changed = null;
    while (true) {
      if (at == text.length()) {
        throw unexpected("in string literal");
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return changed == null
            ? text.substring(start, at - 1)
            : changed.append(text, start, at - 1).toString();
      } else if (c < ' ') {
        throw unexpected("in string literal");
      } else if (c == '\\' || c >= 0x80 && GoStrings.isEscape(text, at)) {
        changed = changed == null ? new StringBuilder() : changed;
        changed.append(text, start, at);
        at++;
        if (c == '\\') {
          escape(changed);
        } else {
          changed.append('\uFFFD');
        }
        start = at;
      } else {
        at++;
      }
    }
  }

  private void escape(StringBuilder out) throws JsonException {
    char c = at < text.length() ? text.charAt(at) : 0;
    switch (c) {
      case '"', '\\', '/' -> out.append(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        at++;
        unicode(out);
        return;
      }
      default -> throw broken("in string escape code");
    }
    at++;
  }

  private void unicode(StringBuilder out) throws JsonException {
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

  private char hex() throws JsonException {
    int value = 0;
    for (int i = 0; i < 4; i++, at++) {
      char c = at < text.length() ? text.charAt(at) : 0;
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw broken("in \\u hexadecimal character escape");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  /** The character after white space; the place is named if it is none that can come there. */
  private char peek(String place) throws JsonException {
    skipSpace();
    if (at == text.length()) {
      throw unexpected(place);
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private JsonException unexpected(String place) {
    if (at == text.length()) {
      return new JsonException("unexpected end of JSON input");
    }
    return broken(place);
  }

  /** Inside a token, where white space cannot stand either; Go ends its input with a blank. */
  private JsonException broken(String place) {
    int c = at == text.length() ? ' ' : firstByte();
    return new JsonException("invalid character " + quoted(c) + " " + place);
  }

  /** Go reads bytes: of a character above ASCII it blames the first one. */
  private int firstByte() {
    int end = at + Character.charCount(text.codePointAt(at));
    return GoStrings.toBytes(text.substring(at, end))[0] & 0xFF;
  }

  private static String quoted(int c) {
    return switch (c) {
      case '\'' -> "'\\''";
      case '"' -> "'\"'";
      default -> {
        String quoted = GoQuotes.quote(String.valueOf((char) c));
        yield "'" + quoted.substring(1, quoted.length() - 1) + "'";
      }
    };
  }
}
