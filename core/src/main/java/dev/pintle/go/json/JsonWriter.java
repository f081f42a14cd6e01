package dev.pintle.go.json;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.go.strings.GoStrings;
import java.util.Base64;
import java.util.function.LongConsumer;

/**
 * Writes values as Go's {@code encoding/json} does: keys in byte order, {@code <}, {@code >} and
 * {@code &} escaped, bytes that are not UTF-8 replaced by U+FFFD, {@code []byte} in base64.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";
  private static final int CHARS_BETWEEN_CHECKS = 1 << 14;

  private static final LongConsumer UNLIMITED = length -> {};

  private JsonWriter() {}

  /** The ways to write the same value. */
  public enum Form {
    /** Go's {@code json.Marshal}. */
    COMPACT(true, false),

    /** Go's {@code json.MarshalIndent} with two spaces. */
    INDENTED(true, true),

    /** Compact, but {@code <}, {@code >} and {@code &} stay as they are. */
    RAW(false, false);

    private final boolean escapesHtml;
    private final boolean indented;

    Form(boolean escapesHtml, boolean indented) {
      this.escapesHtml = escapesHtml;
      this.indented = indented;
    }
  }

  /**
   * Writes a value in Go's compact form.
   *
   * @throws JsonException if the value has a number that is not finite or contains itself
   */
  public static String write(Object value) throws JsonException {
    return write(value, Form.COMPACT, UNLIMITED);
  }

  /** Writes a value in the raw form; throws as {@link #write(Object)} does. */
  public static String writeRaw(Object value) throws JsonException {
    return write(value, Form.RAW, UNLIMITED);
  }

  /**
   * Writes a value.
   *
   * @param growth is told every now and then how long the text has become, and may throw: a value
   *     that holds another many times can be far longer as text than in memory
   * @throws JsonException if the value has a number that is not finite or contains itself
   */
  public static String write(Object value, Form form, LongConsumer growth) throws JsonException {
    Sink sink = new Sink(form, growth);
    ValueWalker.walk(value, sink);
    return sink.out.toString();
  }

  private static final class Sink implements ValueWalker.Sink<JsonException> {
    private final StringBuilder out = new StringBuilder();
    private final boolean escapeHtml;
    private final boolean indented;
    private final LongConsumer growth;
    private int lengthToTell = CHARS_BETWEEN_CHECKS;
    private int depth;
    private boolean afterKey;

    Sink(Form form, LongConsumer growth) {
      this.escapeHtml = form.escapesHtml;
      this.indented = form.indented;
      this.growth = growth;
    }

    @Override
    public void scalar(Object value) throws JsonException {
      separate();
      if (value instanceof String text) {
        appendString(out, text, escapeHtml);
      } else if (value instanceof Double number) {
        if (number.isNaN() || number.isInfinite()) {
          throw new JsonException("json: unsupported value: " + GoNumbers.shortest(number));
        }
        GoNumbers.appendJson(out, number);
      } else if (value instanceof byte[] bytes) {
        out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
      } else if (value instanceof Byte octet) {
        out.append(Byte.toUnsignedInt(octet));
      } else if (value == null || value instanceof Boolean || value instanceof Number) {
        out.append(value);
      } else {
        throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
      }
    }

    @Override
    public void key(String key) {
      separate();
      appendString(out, key, escapeHtml);
      out.append(indented ? ": " : ":");
      afterKey = true;
    }

    @Override
    public void beginMap(int size) {
      begin('{');
    }

    @Override
    public void endMap() {
      end('{', '}');
    }

    @Override
    public void beginList(int size) {
      begin('[');
    }

    @Override
    public void endList() {
      end('[', ']');
    }

    @Override
    public JsonException cycle(String goType) {
      return new JsonException("json: unsupported value: encountered a cycle via " + goType);
    }

    private void begin(char bracket) {
      separate();
      out.append(bracket);
      depth++;
    }

    private void end(char opening, char bracket) {
      depth--;
      if (indented && out.charAt(out.length() - 1) != opening) {
        newLine();
      }
      out.append(bracket);
    }

    /** Puts what stands between two items, or between a bracket and the first one. */
    private void separate() {
      if (out.length() >= lengthToTell) {
        growth.accept(out.length());
        lengthToTell = out.length() + CHARS_BETWEEN_CHECKS;
      }
      if (afterKey) {
        afterKey = false;
      } else if (depth > 0) {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
          out.append(',');
        }
        if (indented) {
          newLine();
        }
      }
    }

    private void newLine() {
      out.append('\n');
      for (int i = 0; i < depth; i++) {
        out.append("  ");
      }
    }
  }

  private static void appendString(StringBuilder out, String text, boolean escapeHtml) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c, escapeHtml) || c >= 0x80 && !isEscaped(text, i)) {
        continue;
      }
      out.append(text, done, i);
      done = i + 1;
      appendEscape(out, c);
    }
    out.append(text, done, text.length()).append('"');
  }

  private static boolean isPlain(char c, boolean escapeHtml) {
    return c >= ' '
        && c < 0x80
        && c != '"'
        && c != '\\'
        && !(escapeHtml && (c == '<' || c == '>' || c == '&'));
  }

  private static boolean isEscaped(String text, int index) {
    char c = text.charAt(index);
    // The two line separators end a statement in JavaScript, so Go escapes them.
    return c == '\u2028' || c == '\u2029' || GoStrings.isEscape(text, index);
  }

  private static void appendEscape(StringBuilder out, char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\u2028' -> out.append("\\u2028");
      case '\u2029' -> out.append("\\u2029");
      default -> {
        if (c >= 0x80) {
          out.append("\\ufffd");
        } else {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
      }
    }
  }
}
