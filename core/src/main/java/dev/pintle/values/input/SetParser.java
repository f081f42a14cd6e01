package dev.pintle.values.input;

import dev.pintle.diagnostic.Position;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads the text of one {@link SetFlag} into a table.
 *
 * <pre>
 * flag     = { path "=" value [ "," ] }
 * path     = key { "." key | index }
 * index    = "[" number "]"
 * value    = scalar | "{" [ scalar { "," scalar } ] "}"
 * </pre>
 *
 * <p>Where the text ends too early inside an index, or before a key, Helm takes it as the end of
 * the flag and says nothing; so does this.
 */
final class SetParser {

  private static final int END = -1;

  /** So many characters, or items of lists, are copied in the time of a step of a template. */
  private static final int COPIED_PER_STEP = 16;

  /** An item, and where it was read. */
  private static final int BYTES_OF_ITEM = 8;

  private final SetFlag flag;
  private final String text;
  private final ValuesFileReader files;
  private final Budget budget;
  private final Position position;
  private final int maxIndex;
  private final int maxDots;

  /** Helm has no such limit; without one a long row of brackets would exhaust the stack. */
  private final int maxDepth;

  /** Lists are copied for each item that is set. Helm has no such limit, and needs none. */
  private final long maxCopied;

  private int at;
  private int depth;
  private long copied;

  /** What ended the last {@link #readUntil}: a stop character, or {@link #END}. */
  private int stop;

  /** Set once the text has ended where Helm ends the flag quietly. */
  private boolean ended;

  SetParser(SetFlag flag, String text, ValuesFileReader files, Budget budget) {
    Limits limits = budget.limits();
    this.flag = flag;
    this.text = text;
    this.files = files;
    this.budget = budget;
    this.position = flag.position();
    this.maxIndex = limits.intOf(Limit.SET_INDEX);
    this.maxDots = limits.intOf(Limit.SET_DOTS);
    this.maxDepth = limits.intOf(Limit.SET_DEPTH);
    this.maxCopied = limits.of(Limit.SET_COPIED);
    budget.worked(1 + text.length() / COPIED_PER_STEP);
  }

  /** Reads a text that is one JSON object, and merges it. */
  void mergeObjectInto(Table values) {
    Object object = jsonValue();
    if (GoStrings.skipSpace(text, at) < text.length()) {
      throw fault("there is more after the JSON object");
    }
    values.mergeIn((Table) object);
  }

  void parseInto(Table values) {
    while (!ended) {
      key(values, 0);
    }
  }

  /** {@code key "=" value | key "." path… | key index…}, put into that table. */
  private void key(Table table, int dots) {
    String key = readUntil(this::endsKey);
    switch (stop) {
      case '[' -> indexed(table, key, dots);
      case '=' -> assign(table, key);
      case ',' -> {
        put(table, key, "");
        throw fault("key " + GoQuotes.quote(key) + " has no value (cannot end with ,)");
      }
      case '.' -> nested(table, key, dots + 1);
      default -> {
        if (!key.isEmpty()) {
          throw fault("key " + GoQuotes.quote(key) + " has no value");
        }
        ended = true;
      }
    }
  }

  private boolean endsKey(int c) {
    return c == '=' || c == '[' || c == '.' || c == ',' && flag != SetFlag.SET_LITERAL;
  }

  private void indexed(Table table, String key, int dots) {
    int index = index();
    if (ended) {
      return;
    }
    Sequence list =
        table.containsKey(key) ? cast(Sequence.class, table.get(key)) : Sequence.empty();
    put(table, key, item(list, index, dots));
  }

  private void nested(Table table, String key, int dots) {
    if (dots > maxDots) {
      throw beyond(
          Limit.SET_DOTS,
          "value name nested level is greater than maximum supported nested level of " + maxDots);
    }
    Table inner = table.containsKey(key) ? cast(Table.class, table.get(key)) : new Table();
    key(inner, dots);
    if (!inner.isEmpty()) {
      put(table, key, inner);
    } else if (!ended) {
      throw fault("key map " + GoQuotes.quote(key) + " has no value");
    }
  }

  private void assign(Table table, String key) {
    put(table, key, value());
  }

  /** An empty key takes no value; Helm drops it without a word. */
  private void put(Table table, String key, Object value) {
    if (!key.isEmpty()) {
      table.put(key, value, position);
    }
  }

  /** What follows {@code [index]}: the list with that item set. */
  private Sequence item(Sequence list, int index, int dots) {
    if (index < 0) {
      throw fault("negative " + index + " index not allowed");
    }
    if (++depth > maxDepth) {
      throw beyond(Limit.SET_DEPTH, "lists are nested deeper than the limit of " + maxDepth);
    }
    String between = readUntil(c -> c == '[' || c == '.' || c == '=');
    if (!between.isEmpty()) {
      throw fault("unexpected data at end of array index: " + quoteRunes(between));
    }
    Sequence result =
        switch (stop) {
          case '=' -> with(list, index, itemValue());
          case '[' -> itemOfItem(list, index, dots);
          case '.' -> fieldOfItem(list, index, dots);
          default -> {
            ended = true;
            yield list;
          }
        };
    depth--;
    return result;
  }

  /** Unlike a key's, an item's empty value at the end of the text does not end the flag quietly. */
  private Object itemValue() {
    Object value = value();
    ended = false;
    return value;
  }

  private Sequence itemOfItem(Sequence list, int index, int dots) {
    int next = index();
    if (ended) {
      return list;
    }
    Object existing = index < list.size() ? list.get(index) : null;
    Sequence inner = existing == null ? Sequence.empty() : cast(Sequence.class, existing);
    Sequence changed = item(inner, next, dots);
    return ended ? list : with(list, index, changed);
  }

  private Sequence fieldOfItem(Sequence list, int index, int dots) {
    Sequence target = list;
    Table inner = new Table();
    if (index < list.size()) {
      if (list.get(index) instanceof Table existing) {
        inner = existing;
      } else {
        target = with(list, index, inner);
      }
    }
    key(inner, dots);
    return ended ? target : with(target, index, inner);
  }

  private Sequence with(Sequence list, int index, Object value) {
    if (index > maxIndex) {
      throw tooLarge(index);
    }
    int size = Math.max(list.size(), index + 1);
    copied += size;
    budget.worked(1 + size / COPIED_PER_STEP);
    budget.built((long) BYTES_OF_ITEM * (size - list.size()));
    if (copied > maxCopied) {
      throw beyond(
          Limit.SET_COPIED,
          "setting items one by one copies more than the limit of " + maxCopied + " items");
    }
    Object[] items = Arrays.copyOf(list.toArray(), size);
    Position[] positions = new Position[size];
    for (int i = 0; i < list.size(); i++) {
      positions[i] = list.positionOf(i);
    }
    items[index] = value;
    positions[index] = position;
    return Sequence.read(items, positions);
  }

  /** The number in brackets; sets {@link #ended} if the bracket is not closed. */
  private int index() {
    String digits = readUntil(c -> c == ']');
    if (stop == END) {
      ended = true;
      return 0;
    }
    Long number = integer(digits);
    if (number == null) {
      boolean wellFormed = TextParts.isSignedNumber(digits, Integer.MAX_VALUE);
      throw fault(
          "error parsing index: strconv.Atoi: parsing "
              + GoQuotes.quote(digits)
              + (wellFormed ? ": value out of range" : ": invalid syntax"));
    }
    // No list is that long: the limit on indexes refuses it with the number that was given.
    if (number > Integer.MAX_VALUE || number < Integer.MIN_VALUE) {
      throw number < 0 ? fault("negative " + number + " index not allowed") : tooLarge(number);
    }
    return number.intValue();
  }

  private Object value() {
    return switch (flag) {
      case SET_JSON -> json();
      case SET_LITERAL -> readUntil(c -> false);
      default -> {
        if (at == text.length()) {
          ended = true;
          yield "";
        }
        yield text.charAt(at) == '{' ? list() : convert(readUntil(c -> c == ','));
      }
    };
  }

  private Sequence list() {
    at++;
    List<Object> items = new ArrayList<>();
    do {
      String item = readUntil(c -> c == ',' || c == '}');
      if (stop == END) {
        throw fault("list must terminate with '}'");
      }
      if (stop == '}' && at < text.length() && text.charAt(at) == ',') {
        at++;
      }
      items.add(convert(item));
    } while (stop != '}');
    Position[] positions = new Position[items.size()];
    Arrays.fill(positions, position);
    return Sequence.read(items.toArray(), positions);
  }

  private Object json() {
    if (skipToValue()) {
      return null;
    }
    Object value = jsonValue();
    skipToValue();
    return value;
  }

  private Object jsonValue() {
    try {
      JsonReader.Prefix json = JsonReader.readPrefix(text, at, maxDepth);
      at = json.end();
      return positioned(json.value());
    } catch (JsonException e) {
      throw fault(e.getMessage());
    }
  }

  private Object positioned(Object value) {
    if (value instanceof Table table) {
      Table copy = new Table();
      table.slots().forEach(e -> copy.put(e.getKey(), positioned(e.getValue()), position));
      return copy;
    } else if (value instanceof Sequence list) {
      Object[] items = list.stream().map(this::positioned).toArray();
      Position[] positions = new Position[items.length];
      Arrays.fill(positions, position);
      return Sequence.read(items, positions);
    }
    return value;
  }

  /** Skips space; true if a comma, which is skipped too, or the end comes before anything else. */
  private boolean skipToValue() {
    at = GoStrings.skipSpace(text, at);
    if (at == text.length()) {
      return true;
    }
    if (text.charAt(at) == ',') {
      at++;
      return true;
    }
    return false;
  }

  private Object convert(String word) {
    return switch (flag) {
      case SET -> typed(word);
      case SET_FILE -> content(word);
      default -> word;
    };
  }

  private String content(String file) {
    try {
      byte[] content = files.read(file, budget.limits());
      budget.worked(1 + content.length / COPIED_PER_STEP);
      budget.built(content.length);
      return GoStrings.fromBytes(content);
    } catch (IOException e) {
      throw fault(e.getMessage());
    }
  }

  private static Object typed(String word) {
    if (word.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    } else if (word.equalsIgnoreCase("false")) {
      return Boolean.FALSE;
    } else if (word.equalsIgnoreCase("null")) {
      return null;
    } else if (word.equals("0")) {
      return 0L;
    }
    // A leading zero speaks for a string: a telephone number, a git commit.
    Long number = word.startsWith("0") ? null : integer(word);
    return number == null ? word : number;
  }

  /** Go's {@code strconv.ParseInt} to base 10, or null. */
  private static Long integer(String word) {
    if (word.isEmpty() || word.length() > 1 && word.charAt(0) == '+' && word.charAt(1) == '-') {
      return null;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean sign = i == 0 && word.length() > 1 && (c == '+' || c == '-');
      if (!sign && (c < '0' || c > '9')) {
        return null;
      }
    }
    try {
      return Long.valueOf(word);
    } catch (NumberFormatException tooBig) {
      return null;
    }
  }

  /**
   * Reads to a stop character, which is skipped, or to the end. A backslash takes the character
   * after it as it is, except in literals; at the end it is dropped.
   */
  private String readUntil(IntPredicate stops) {
    StringBuilder read = new StringBuilder();
    while (at < text.length()) {
      int c = next();
      if (stops.test(c)) {
        stop = c;
        return read.toString();
      }
      if (c == '\\' && flag != SetFlag.SET_LITERAL) {
        if (at == text.length()) {
          break;
        }
        c = next();
      }
      read.appendCodePoint(c);
    }
    stop = END;
    return read.toString();
  }

  /** Go reads runes: a byte that is not UTF-8 becomes the replacement character. */
  private int next() {
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
  }

  private <T> T cast(Class<T> type, Object value) {
    if (!type.isInstance(value)) {
      String found = value == null ? "nil" : GoType.nameOf(value);
      String expected = (type == Table.class ? GoType.MAP : GoType.LIST).goName();
      throw fault(
          "unable to parse key: interface conversion: interface {} is "
              + found
              + ", not "
              + expected);
    }
    return type.cast(value);
  }

  /** Go's {@code %q} of a list of runes. */
  private static String quoteRunes(String text) {
    StringBuilder out = new StringBuilder("[");
    text.codePoints()
        .forEach(c -> out.append(out.length() > 1 ? " " : "").append(GoQuotes.quoteRune(c)));
    return out.append(']').toString();
  }

  private SetException tooLarge(long index) {
    return beyond(
        Limit.SET_INDEX,
        "index of " + index + " is greater than maximum supported index of " + maxIndex);
  }

  private SetException fault(String message) {
    return beyond(null, message);
  }

  private SetException beyond(Limit limit, String message) {
    return new SetException(message, at, limit);
  }
}
