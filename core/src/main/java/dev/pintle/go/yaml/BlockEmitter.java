package dev.pintle.go.yaml;

import dev.pintle.go.json.ValueWalker;
import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes maps and lists in block style, each item on a line of its own, as the emitters of Go's
 * {@code yaml.v2} and {@code yaml.v3} do.
 */
final class BlockEmitter implements ValueWalker.Sink<YamlWriteException> {

  /** The deepest nesting that yaml.v2 reads back from the JSON that it is given. */
  private static final int MAX_DEPTH_OF_JSON = 10_000;

  /** Keys of more bytes get a "?" before them and a line of their own. */
  private static final int SIMPLE_KEY_BYTES = 128;

  private static final int CHARS_BETWEEN_CHECKS = 1 << 14;

  private static final double INT64_MIN = -0x1p63;
  private static final double UINT64_LIMIT = 0x1p64;

  private enum Place {
    ROOT,
    LIST,
    MAP
  }

  private final YamlDialect dialect;
  private final StringBuilder text;
  private final LongConsumer growth;
  private int lengthToTell = CHARS_BETWEEN_CHECKS;
  private final YamlOutput out;
  private final ScalarPrinter scalars;

  /** For each open map and list, the indentation and the place of what is around it. */
  private int[] outerIndents = new int[8];

  private Place[] outerPlaces = new Place[8];
  private int depth;
  private Place place = Place.ROOT;

  BlockEmitter(StringBuilder text, YamlDialect dialect, LongConsumer growth) {
    this.dialect = dialect;
    this.text = text;
    this.growth = growth;
    this.out = new YamlOutput(text);
    this.scalars = new ScalarPrinter(this.out, dialect);
  }

  void endDocument() {
    out.startLine();
  }

  @Override
  public Map.Entry<String, Object>[] ordered(Map.Entry<String, Object>[] byByteOrder) {
    return KeyOrder.of(dialect)
        .sort(dialect.throughJson() ? JsonPassage.ofEntries(byByteOrder) : byByteOrder);
  }

  /** On their way through JSON structs have become maps. */
  @Override
  public Map.Entry<String, Object>[] fields(Map.Entry<String, Object>[] asDeclared) {
    return dialect.throughJson() ? KeyOrder.of(dialect).sort(asDeclared) : asDeclared;
  }

  @Override
  public Object valueOf(GoObject object) {
    return dialect.throughJson() ? object.jsonValue() : object.yamlValue();
  }

  /** JSON has null for a nil map or list; yaml.v3 takes them for empty. */
  @Override
  public boolean takesNilAsNull() {
    return dialect.throughJson();
  }

  @Override
  public void scalar(Object value) throws YamlWriteException {
    if (value instanceof byte[] bytes) {
      bytes(bytes);
      return;
    }
    beginItem();
    if (value instanceof String string) {
      scalars.print(dialect.throughJson() ? JsonPassage.of(string) : string, false);
    } else if (value instanceof Double number) {
      out.token(dialect.throughJson() ? jsonNumber(number) : number(number));
    } else if (value instanceof Byte octet) {
      out.token(Integer.toString(Byte.toUnsignedInt(octet)));
    } else if (value instanceof PlainScalar plain) {
      out.token(plain.text());
    } else if (value == null || value instanceof Boolean || value instanceof Number) {
      out.token(String.valueOf(value));
    } else {
      throw new IllegalArgumentException("no YAML for " + value.getClass().getName());
    }
  }

  private void bytes(byte[] bytes) throws YamlWriteException {
    if (dialect.throughJson()) {
      scalar(Base64.getEncoder().encodeToString(bytes));
      return;
    }
    beginList(bytes.length);
    for (byte b : bytes) {
      scalar(b & 0xFF);
    }
    endList();
  }

  /** A float64 that has gone through JSON, where whole numbers have lost that they are floats. */
  private static String jsonNumber(double number) throws YamlWriteException {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new YamlWriteException("unsupported value: " + GoNumbers.shortest(number));
    }
    if (number == Math.rint(number) && number > INT64_MIN && number < UINT64_LIMIT) {
      return number == 0 ? "0" : GoNumbers.format(number, 'f', GoNumbers.SHORTEST);
    }
    return GoNumbers.shortest(number);
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    } else if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    return GoNumbers.shortest(number);
  }

  @Override
  public void key(String rawKey) throws YamlWriteException {
    String key = dialect.throughJson() ? JsonPassage.ofKey(rawKey) : rawKey;
    out.startLine();
    if (isSimple(key)) {
      scalars.print(key, true);
      out.indicator(':', false, false);
    } else {
      out.indicator('?', true, true);
      scalars.print(key, false);
      out.startLine();
      out.indicator(':', true, true);
    }
  }

  private boolean isSimple(String key) {
    if (key.length() <= SIMPLE_KEY_BYTES / 4 && GoStrings.isAscii(key)) {
      return key.indexOf('\n') < 0 && key.indexOf('\r') < 0;
    }
    return scalars.isOneLineOf(key, SIMPLE_KEY_BYTES);
  }

  @Override
  public void beginMap(int size) throws YamlWriteException {
    begin(size, "{}", out.indent() < 0 ? 0 : out.indent() + YamlOutput.INDENT, Place.MAP);
  }

  @Override
  public void beginList(int size) throws YamlWriteException {
    beginItem();
    int indent = Math.max(out.indent(), 0);
    boolean sameAsMap =
        dialect == YamlDialect.COMPACT && place == Place.MAP && !out.onlyIndentionOnLine();
    if (out.indent() >= 0 && !sameAsMap) {
      indent += YamlOutput.INDENT;
    }
    open(size, "[]", indent, Place.LIST);
  }

  private void begin(int size, String empty, int indent, Place inside) throws YamlWriteException {
    beginItem();
    open(size, empty, indent, inside);
  }

  private void open(int size, String empty, int indent, Place inside) throws YamlWriteException {
    if (depth == MAX_DEPTH_OF_JSON && dialect.throughJson()) {
      throw new YamlWriteException("yaml: exceeded max depth of " + MAX_DEPTH_OF_JSON);
    }
    if (depth == outerIndents.length) {
      outerIndents = Arrays.copyOf(outerIndents, depth * 2);
      outerPlaces = Arrays.copyOf(outerPlaces, depth * 2);
    }
    outerIndents[depth] = out.indent();
    outerPlaces[depth] = place;
    depth++;
    place = inside;
    if (size == 0) {
      out.token(empty);
    } else {
      out.indent(indent);
    }
  }

  /** Puts the dash of a list's item. */
  private void beginItem() {
    if (text.length() >= lengthToTell) {
      growth.accept(text.length());
      lengthToTell = text.length() + CHARS_BETWEEN_CHECKS;
    }
    if (place == Place.LIST) {
      out.startLine();
      out.indicator('-', true, true);
    }
  }

  @Override
  public void endMap() {
    close();
  }

  @Override
  public void endList() {
    close();
  }

  private void close() {
    depth--;
    out.indent(outerIndents[depth]);
    place = outerPlaces[depth];
  }

  @Override
  public YamlWriteException cycle(String goType) {
    return new YamlWriteException("the value contains itself: encountered a cycle via " + goType);
  }
}
