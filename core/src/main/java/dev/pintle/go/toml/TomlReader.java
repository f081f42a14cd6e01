package dev.pintle.go.toml;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.time.Moment;
import dev.pintle.go.time.TimeFormatException;
import dev.pintle.go.time.Zone;
import dev.pintle.limit.LimitException;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads TOML 1.1 as Go's library does, and refuses it in its words.
 *
 * <p>Integers are {@code Long}, floats {@code Double}; {@code [[key]]} gives a list of Go's type
 * {@code []map[string]interface {}}, all else in brackets {@code []interface {}}.
 *
 * <pre>
 * document = { comment | "[" key "]" | "[[" key "]]" | key "=" value } with each on its line
 * key      = part { "." part }              part = bare | basic string | literal string
 * value    = string | number | date | "true" | "false" | array | table
 * array    = "[" [ value { "," value } [","] ] "]"
 * table    = "{" [ key "=" value { "," key "=" value } [","] ] "}"
 * </pre>
 */
public final class TomlReader {

  /** The name of the zone that a date and time without one gets. */
  public static final String LOCAL_DATE_TIME = "datetime-local";

  /** The name of the zone that a date gets. */
  public static final String LOCAL_DATE = "date-local";

  /** The name of the zone that a time of day gets. */
  public static final String LOCAL_TIME = "time-local";

  private static final int MAX_DEPTH = 500;
  private static final int BYTES_LOOKED_AT_FOR_NUL = 6;

  /** A layout of Go's for dates and times, and the kind of zone that they are in. */
  private record DateLayout(String layout, String zone) {}

  private static final List<DateLayout> DATES =
      List.of(
          new DateLayout("2006-01-02T15:04:05.999999999Z07:00", null),
          new DateLayout("2006-01-02T15:04:05.999999999", LOCAL_DATE_TIME),
          new DateLayout("2006-01-02", LOCAL_DATE),
          new DateLayout("15:04:05.999999999", LOCAL_TIME),
          new DateLayout("2006-01-02T15:04Z07:00", null),
          new DateLayout("2006-01-02T15:04", LOCAL_DATE_TIME),
          new DateLayout("15:04", LOCAL_TIME));

  private final TomlScanner scanner;
  private final TomlStrings strings;
  private final TomlNumbers numbers;
  private final TomlTables tables = new TomlTables();
  private final Dates dates;
  private String currentKey = "";
  private int keyLine;
  private int depth;

  /**
   * What a text's dates and times become.
   *
   * @param local the zone of a time that has the offset that is in force there
   * @param offset that of local dates and times, in seconds east of UTC
   * @param toValue makes a value of a date or time
   */
  public record Dates(Zone local, int offset, Function<Moment, Object> toValue) {}

  private TomlReader(String text, Dates dates) {
    this.scanner = new TomlScanner(text, this::lastKey);
    this.strings = new TomlStrings(scanner);
    this.numbers = new TomlNumbers(scanner);
    this.dates = dates;
  }

  /**
   * Reads a text.
   *
   * @throws TomlException with Go's message if it is no TOML
   * @throws LimitException if values or keys are nested more than 500 deep
   */
  public static Table read(String text, Dates dates) throws TomlException {
    String content = withoutMark(text);
    int nul = content.indexOf('\0');
    if (nul >= 0 && GoStrings.length(content.substring(0, nul)) < BYTES_LOOKED_AT_FOR_NUL) {
      throw new TomlException(
          "toml: line 1: files cannot contain NULL bytes; probably using UTF-16;"
              + " TOML files must be UTF-8");
    }
    TomlReader reader = new TomlReader(content, dates);
    reader.document();
    return reader.tables.finished();
  }

  private static String withoutMark(String text) {
    boolean utf16 = text.startsWith("\udcff\udcfe") || text.startsWith("\udcfe\udcff");
    if (utf16) {
      return text.substring(2);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private String lastKey() {
    List<String> context = tables.context();
    if (currentKey.isEmpty()) {
      return TomlText.path(context);
    }
    return context.isEmpty() ? currentKey : TomlText.path(context) + "." + currentKey;
  }

  private TomlException refused(TomlTables.Refusal refusal) {
    return scanner.error(keyLine, refusal.getMessage());
  }

  private void document() throws TomlException {
    while (true) {
      int c = scanner.next();
      if (c == TomlScanner.END) {
        return;
      } else if (c == '#') {
        comment();
      } else if (c == '[') {
        header();
        endOfItem();
      } else if (!isBlank(c) && !isNewLine(c)) {
        scanner.back();
        List<String> outer = tables.context();
        List<String> key = key();
        enter(key);
        set(value(false));
        tables.context(outer);
        currentKey = "";
        endOfItem();
      }
    }
  }

  private void comment() throws TomlException {
    scanner.takeWhile(c -> !isNewLine(c));
  }

  private void endOfItem() throws TomlException {
    scanner.skipBlanks();
    int c = scanner.next();
    if (c == '#') {
      comment();
    } else if (c != TomlScanner.END && !isNewLine(c)) {
      throw scanner.error(
          "expected a top-level item to end with a newline, comment, or EOF, but got "
              + GoQuotes.quoteRune(c)
              + " instead");
    }
  }

  /** Reads the line of a table or of one in an array; its first bracket has been taken. */
  private void header() throws TomlException {
    boolean array = scanner.accept('[');
    List<String> key = new ArrayList<>();
    int c;
    do {
      scanner.skipBlanks();
      int first = scanner.peek();
      if (first == ']' || first == TomlScanner.END) {
        throw scanner.error("unexpected end of table name (table names cannot be empty)");
      } else if (first == '.') {
        throw scanner.error("unexpected table separator (table names cannot be empty)");
      }
      addPart(key);
      scanner.skipBlanks();
      c = scanner.next();
    } while (c == '.');
    if (c != ']') {
      throw scanner.error(
          "expected '.' or ']' to end table name, but got " + GoQuotes.quoteRune(c) + " instead");
    }
    if (array && (c = scanner.next()) != ']') {
      throw scanner.error(
          "expected end of table array name delimiter ']', but got "
              + GoQuotes.quoteRune(c)
              + " instead");
    }
    try {
      if (array) {
        tables.openArrayTable(key);
      } else {
        tables.openTable(key);
      }
    } catch (TomlTables.Refusal refusal) {
      throw refused(refusal);
    }
    tables.mark("", false);
  }

  /** Reads a key and the sign behind it. */
  private List<String> key() throws TomlException {
    scanner.skipBlanks();
    int first = scanner.peek();
    if (first == '=' || first == TomlScanner.END) {
      throw scanner.error("unexpected '=': key name appears blank");
    } else if (first == '.') {
      throw scanner.error("unexpected '.': keys cannot start with a '.'");
    }
    List<String> key = new ArrayList<>();
    while (true) {
      addPart(key);
      scanner.skipBlanks();
      int c = scanner.next();
      if (c == '=') {
        return key;
      } else if (c == TomlScanner.END) {
        throw scanner.error("unexpected EOF; expected key separator '='");
      } else if (c != '.') {
        String message = "expected '.' or '=', but got " + GoQuotes.quoteRune(c) + " instead";
        throw c == '\n' ? scanner.errorAtBreak(message) : scanner.error(message);
      }
      scanner.skipBlanks();
      int next = scanner.peek();
      if (next == '=' || next == TomlScanner.END) {
        throw scanner.error("unexpected '='");
      } else if (next == '.') {
        throw scanner.error("unexpected '.'");
      }
    }
  }

  private void addPart(List<String> key) throws TomlException {
    int c = scanner.peek();
    String part;
    if (c == '"' || c == '\'') {
      scanner.next();
      part = strings.line(c);
    } else {
      int start = scanner.position();
      scanner.takeWhile(TomlText::isBare);
      part = scanner.from(start);
    }
    if (key.isEmpty()) {
      keyLine = scanner.line();
    }
    key.add(part);
    checkDepth(tables.context().size() + key.size());
  }

  private static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new LimitException("TOML is nested more than " + MAX_DEPTH + " deep");
    }
  }

  /** Goes into the tables that all parts of a key but the last name. */
  private void enter(List<String> key) throws TomlException {
    currentKey = key.get(key.size() - 1);
    try {
      for (String part : key.subList(0, key.size() - 1)) {
        tables.enter(part);
      }
    } catch (TomlTables.Refusal refusal) {
      throw refused(refusal);
    }
  }

  private void set(Object value) throws TomlException {
    try {
      tables.set(currentKey, value);
    } catch (TomlTables.Refusal refusal) {
      throw refused(refusal);
    }
    tables.mark(currentKey, value instanceof Sequence);
  }

  private Object value(boolean inArray) throws TomlException {
    scanner.skipBlanks();
    int c = scanner.next();
    switch (c) {
      case '[' -> {
        return nested(this::array);
      }
      case '{' -> {
        return nested(() -> table(inArray));
      }
      case '"', '\'' -> {
        return strings.value(c);
      }
      case '-', '+' -> {
        return number(numbers.signed());
      }
      case '.' -> throw scanner.error("floats must start with a digit, not '.'");
      default -> {
        if (TomlNumbers.isDigit(c)) {
          scanner.back();
          return number(numbers.unsigned());
        } else if (Character.isLetter(c)) {
          return word(c);
        }
        throw notAValue(c);
      }
    }
  }

  private TomlException notAValue(int c) {
    if (c == TomlScanner.END) {
      return scanner.error("unexpected EOF; expected value");
    }
    String message = "expected value but found " + GoQuotes.quoteRune(c) + " instead";
    return c == '\n' ? scanner.errorAtBreak(message) : scanner.error(message);
  }

  /** What may hold values of its own. */
  private interface Nest {
    Object read() throws TomlException;
  }

  private Object nested(Nest nest) throws TomlException {
    checkDepth(++depth);
    Object value = nest.read();
    depth--;
    return value;
  }

  /** Reads a boolean, or infinity or no number without a sign; its first letter has been taken. */
  private Object word(int first) throws TomlException {
    int start = scanner.position() - Character.charCount(first);
    if (first == 'i' || first == 'n') {
      boolean number =
          scanner.accept('n') && scanner.accept('f') || scanner.accept('a') && scanner.accept('n');
      if (number) {
        return numbers.decimal(
            new TomlNumbers.Token(TomlNumbers.Kind.FLOAT, scanner.from(start), scanner.line()));
      }
      // Go gives back one letter, though it may have taken two: the message shows that.
      start = scanner.position() - 1;
    }
    scanner.goTo(start);
    scanner.takeWhile(Character::isLetter);
    String word = scanner.from(start);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw scanner.error("expected value but found " + GoQuotes.quote(word) + " instead");
    };
  }

  private Object number(TomlNumbers.Token token) throws TomlException {
    return switch (token.kind()) {
      case INTEGER -> numbers.integer(token);
      case FLOAT -> numbers.decimal(token);
      case DATE_OR_TIME -> date(token);
    };
  }

  private Object date(TomlNumbers.Token token) throws TomlException {
    String text = token.text().replace('z', 'Z').replace('t', 'T').replace(' ', 'T');
    for (DateLayout date : DATES) {
      Zone zone = date.zone == null ? dates.local : Zone.fixed(date.zone, dates.offset);
      try {
        Moment moment = Moment.parse(date.layout, text, zone);
        if (separatorsMatch(text, date.layout)) {
          return dates.toValue.apply(moment);
        }
        break;
      } catch (TimeFormatException e) {
        // Not in this layout; perhaps in the next.
      }
    }
    throw scanner.error(token.line(), "invalid datetime: " + GoQuotes.quote(text));
  }

  /** Go's parser takes numbers without leading zeros; where the separators stand tells. */
  private static boolean separatorsMatch(String text, String layout) {
    for (int i = 0; i < layout.length(); i++) {
      char c = layout.charAt(i);
      if (c == '.' || c == 'Z') {
        return true;
      } else if (!TomlNumbers.isDigit(c) && text.charAt(i) != c) {
        return false;
      }
    }
    return true;
  }

  /** Reads an array; its bracket has been taken. */
  private Sequence array() throws TomlException {
    tables.mark(currentKey, true);
    List<Object> items = new ArrayList<>();
    while (true) {
      int c = skipToItem();
      if (c == ']') {
        return Sequence.copyOf(items);
      }
      scanner.back();
      items.add(value(true));
      c = skipSpace();
      if (c == ']') {
        return Sequence.copyOf(items);
      } else if (c != ',') {
        throw scanner.error(
            "expected a comma (',') or array terminator (']'), but got " + shown(c));
      }
    }
  }

  /** Reads an inline table; its brace has been taken. */
  private Table table(boolean inArray) throws TomlException {
    Table table = new Table();
    List<String> outer = tables.context();
    String outerKey = currentKey;
    currentKey = "";
    try {
      tables.enterInline(outerKey, inArray);
    } catch (TomlTables.Refusal refusal) {
      throw refused(refusal);
    }
    List<String> inner = tables.context();
    int c = skipToItem();
    while (c != '}') {
      scanner.back();
      List<String> key = key();
      enter(key);
      Object value = value(false);
      set(value);
      put(table, key, value);
      tables.context(inner);
      c = skipSpace();
      if (c == ',') {
        c = skipToItem();
      } else if (c != '}') {
        throw scanner.error(
            "expected a comma or an inline table terminator '}', but got " + shown(c) + " instead");
      }
    }
    tables.context(outer);
    currentKey = outerKey;
    return table;
  }

  private void put(Table table, List<String> key, Object value) throws TomlException {
    Table target = table;
    for (String part : key.subList(0, key.size() - 1)) {
      if (!target.containsKey(part)) {
        target.put(part, new Table());
      }
      if (!(target.get(part) instanceof Table inner)) {
        String path = TomlText.path(tables.context());
        throw scanner.error(keyLine, GoQuotes.quote(path) + " is not a table");
      }
      target = inner;
    }
    target.put(key.get(key.size() - 1), value);
  }

  /** Takes white space and comments and the character behind them, which may be no comma. */
  private int skipToItem() throws TomlException {
    int c = skipSpace();
    if (c == ',') {
      throw scanner.error("unexpected comma");
    }
    return c;
  }

  /** Takes white space and comments and the character behind them. */
  private int skipSpace() throws TomlException {
    while (true) {
      int c = scanner.next();
      if (c == '#') {
        comment();
      } else if (!isBlank(c) && !isNewLine(c)) {
        return c;
      }
    }
  }

  private static String shown(int c) {
    return c == TomlScanner.END ? "end of file" : "'" + Character.toString(c) + "'";
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isNewLine(int c) {
    return c == '\n' || c == '\r';
  }
}
