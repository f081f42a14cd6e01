package dev.pintle.go.toml;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.limit.LimitException;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Writes values as TOML with the bytes of Go's encoder: in each table first the keys with plain
 * values, then those with tables, both in byte order; each level indented by two; maps in lists of
 * other things as inline tables. Nil values are left out.
 */
public final class TomlWriter {

  /** Go's encoder recurses until its stack is used up, and its process with it. */
  private static final int MAX_DEPTH = 1000;

  private enum Shape {
    NIL,
    PLAIN,
    TABLE,
    TABLE_ARRAY
  }

  private final StringBuilder out = new StringBuilder();
  private final Function<GoObject, String> times;
  private final LongConsumer growth;

  /** Shapes of lists, since finding one means to look at all that is in it. */
  private final Map<Object, Shape> shapes = new IdentityHashMap<>();

  private int depth;

  private TomlWriter(Function<GoObject, String> times, LongConsumer growth) {
    this.times = times;
    this.growth = growth;
  }

  /**
   * Writes a value: the tables of a map, or any other value as it stands behind a key.
   *
   * @param times gives the text of an object that is a date or time, null for any other
   * @param growth is told now and then how long the text has become, and may throw
   * @throws TomlException with Go's message if a list holds nil, or a list of maps has no key
   * @throws LimitException if the value is nested too deeply, as one that contains itself is
   */
  public static String write(Object value, Function<GoObject, String> times, LongConsumer growth)
      throws TomlException {
    TomlWriter writer = new TomlWriter(times, growth);
    writer.writeEntry(List.of(), writer.plain(value));
    return writer.out.toString();
  }

  /** The value as it is written: an object as what it stands for, unless that is a text. */
  private Object plain(Object value) {
    Object plain = value;
    while (plain instanceof GoObject object && textOf(object) == null) {
      plain = object.tomlValue();
    }
    return plain;
  }

  /** What is written for an object that is a time or duration, or null. */
  private String textOf(GoObject object) {
    if (object.goTypeName().equals(GoType.DURATION.goName())) {
      StringBuilder quoted = new StringBuilder();
      TomlText.appendQuoted(quoted, object.goString());
      return quoted.toString();
    }
    return times.apply(object);
  }

  private Shape shape(Object value) throws TomlException {
    if (value == null) {
      return Shape.NIL;
    } else if (value instanceof Map<?, ?> map) {
      return map instanceof Table table && table.isNil() ? Shape.NIL : Shape.TABLE;
    } else if (value instanceof List<?> list) {
      return list instanceof Sequence sequence && sequence.isNil() ? Shape.NIL : shapeOf(list);
    }
    return Shape.PLAIN;
  }

  private Shape shapeOf(List<?> list) throws TomlException {
    Shape known = shapes.get(list);
    if (known == null) {
      known = shapeOfItems(list);
      shapes.put(list, known);
    }
    return known;
  }

  private Shape shapeOfItems(List<?> list) throws TomlException {
    enter();
    boolean tables = !list.isEmpty();
    for (Object item : list) {
      Shape shape = shape(plain(item));
      if (shape == Shape.NIL) {
        throw new TomlException("toml: cannot encode array with nil element");
      }
      tables &= shape == Shape.TABLE;
    }
    depth--;
    return tables ? Shape.TABLE_ARRAY : Shape.PLAIN;
  }

  private void writeEntry(List<String> key, Object value) throws TomlException {
    switch (shape(value)) {
      case NIL -> {
        return;
      }
      case PLAIN -> writeKeyValue(key, value);
      case TABLE -> writeTable(key, (Map<?, ?>) value);
      case TABLE_ARRAY -> writeTableArray(key, (List<?>) value);
    }
    growth.accept(out.length());
  }

  private void writeKeyValue(List<String> key, Object value) throws TomlException {
    if (!key.isEmpty()) {
      indent(key);
      TomlText.appendKey(out, key.get(key.size() - 1));
      out.append(" = ");
    }
    writeElement(value);
    if (!key.isEmpty()) {
      newLine();
    }
  }

  private void writeTable(List<String> key, Map<?, ?> map) throws TomlException {
    if (key.size() == 1) {
      newLine();
    }
    if (!key.isEmpty()) {
      indent(key);
      out.append('[').append(TomlText.path(key)).append(']');
      newLine();
    }
    writeEntries(key, map);
  }

  private void writeTableArray(List<String> key, List<?> tables) throws TomlException {
    if (key.isEmpty()) {
      throw new TomlException("toml: top-level values must be Go maps or structs");
    }
    for (Object table : tables) {
      newLine();
      indent(key);
      out.append("[[").append(TomlText.path(key)).append("]]");
      newLine();
      writeEntries(key, (Map<?, ?>) plain(table));
    }
  }

  private void writeEntries(List<String> key, Map<?, ?> map) throws TomlException {
    enter();
    for (Map.Entry<?, ?> entry : plainFirst(map)) {
      List<String> path = new ArrayList<>(key);
      path.add((String) entry.getKey());
      writeEntry(path, plain(entry.getValue()));
    }
    depth--;
  }

  /** The entries with plain values, then those with tables, as Go has to write them. */
  private List<Map.Entry<?, ?>> plainFirst(Map<?, ?> map) throws TomlException {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.size());
    List<Map.Entry<?, ?>> tables = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Shape shape = shape(plain(entry.getValue()));
      boolean table = shape == Shape.TABLE || shape == Shape.TABLE_ARRAY;
      (table ? tables : entries).add(entry);
    }
    entries.addAll(tables);
    return entries;
  }

  private void writeElement(Object value) throws TomlException {
    if (value instanceof String text) {
      TomlText.appendQuoted(out, text);
    } else if (value instanceof Double number) {
      writeFloat(number);
    } else if (value instanceof Byte octet) {
      out.append(Byte.toUnsignedInt(octet));
    } else if (value instanceof Boolean || value instanceof Number) {
      out.append(value);
    } else if (value instanceof byte[] bytes) {
      writeArray(octets(bytes));
    } else if (value instanceof List<?> list) {
      writeArray(list);
    } else if (value instanceof Map<?, ?> map) {
      writeInlineTable(map);
    } else if (value instanceof GoObject object) {
      out.append(textOf(object));
    } else {
      throw new IllegalArgumentException("no TOML for " + GoType.nameOf(value));
    }
  }

  private void writeFloat(double number) {
    if (Double.isNaN(number)) {
      out.append(Double.doubleToRawLongBits(number) < 0 ? "-nan" : "nan");
    } else if (Double.isInfinite(number)) {
      out.append(number > 0 ? "inf" : "-inf");
    } else {
      int start = out.length();
      GoNumbers.append(out, number, 'g', GoNumbers.SHORTEST);
      if (out.indexOf(".", start) < 0 && out.indexOf("e", start) < 0) {
        out.append(".0");
      }
    }
  }

  private static List<Object> octets(byte[] bytes) {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return bytes[index];
      }

      @Override
      public int size() {
        return bytes.length;
      }
    };
  }

  private void writeArray(List<?> items) throws TomlException {
    enter();
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      writeElement(plain(items.get(i)));
    }
    out.append(']');
    depth--;
    growth.accept(out.length());
  }

  /** Go puts a comma behind each but the last key, though the keys that follow may be nil. */
  private void writeInlineTable(Map<?, ?> map) throws TomlException {
    enter();
    out.append('{');
    List<Map.Entry<?, ?>> entries = plainFirst(map);
    for (int i = 0; i < entries.size(); i++) {
      Object value = plain(entries.get(i).getValue());
      if (shape(value) == Shape.NIL) {
        continue;
      }
      TomlText.appendKey(out, (String) entries.get(i).getKey());
      out.append(" = ");
      writeElement(value);
      if (i < entries.size() - 1) {
        out.append(", ");
      }
    }
    out.append('}');
    depth--;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new LimitException("a value is nested more than " + MAX_DEPTH + " deep");
    }
  }

  private void indent(List<String> key) {
    out.append("  ".repeat(key.size() - 1));
  }

  /** Go's encoder writes no line break before anything else. */
  private void newLine() {
    if (out.length() > 0) {
      out.append('\n');
    }
  }
}
