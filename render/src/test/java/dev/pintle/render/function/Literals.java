package dev.pintle.render.function;

import dev.pintle.go.semver.Version;
import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.semver.SemverValue;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values of every Go type that templates know, written in one line.
 *
 * <pre>
 * value  = "nil" | "true" | "false" | '"' Go string '"' | number | list | map | …
 * number = 5 (int) | 5L (int64) | 5U (uint64) | 5B (uint8) | 5.0, 1e+06, NaN, +Inf (float64)
 * list   = [1, "a"] ([]interface {}) | strings["a"] | ints[1] | lists[[1], [2]] | nillist
 * map    = {"a": 1} (map[string]interface {}) | strings{"a": "b"} | values{"a": 1} | nilmap
 * other  = bytes"abc" | semver"v1.2.3"
 * </pre>
 */
final class Literals {

  private static final Map<String, GoType> LISTS =
      Map.of(
          "", GoType.LIST,
          "strings", GoType.STRING_LIST,
          "ints", GoType.INT_LIST,
          "lists", GoType.LIST_LIST);
  private static final Map<String, GoType> MAPS =
      Map.of("", GoType.MAP, "strings", GoType.STRING_MAP, "values", GoType.VALUES);

  private final String text;
  private int at;

  private Literals(String text) {
    this.text = text;
  }

  /** Reads values, one after the other, with blanks between them. */
  static List<Object> read(String text) {
    Literals literals = new Literals(text);
    List<Object> values = new ArrayList<>();
    while (literals.more()) {
      values.add(literals.value());
    }
    return values;
  }

  private boolean more() {
    while (at < text.length() && " ,".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length();
  }

  private Object value() {
    more();
    String word = word();
    char next = at < text.length() ? text.charAt(at) : ' ';
    return switch (next) {
      case '[' -> list(LISTS.get(word));
      case '{' -> table(MAPS.get(word));
      case '"' -> quoted(word);
      default -> plain(word);
    };
  }

  private String word() {
    int from = at;
    while (at < text.length() && " ,:[]{}\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private Sequence list(GoType type) {
    List<Object> items = new ArrayList<>();
    until(']', item -> items.add(value()));
    return Sequence.ofType(type, items);
  }

  private Table table(GoType type) {
    Table table = Table.ofType(type);
    until(
        '}',
        entry -> {
          String key = string();
          at++;
          table.put(key, value());
        });
    return table;
  }

  private void until(char end, Consumer<Void> item) {
    at++;
    while (more() && text.charAt(at) != end) {
      item.accept(null);
    }
    at++;
  }

  private Object quoted(String word) {
    String string = string();
    return switch (word) {
      case "" -> string;
      case "bytes" -> GoStrings.toBytes(string);
      case "semver" -> SemverValue.pointer(string.isEmpty() ? Version.ZERO : Version.parse(string));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private String string() {
    int from = at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return GoQuotes.unquote(text.substring(from, ++at));
  }

  private static Object plain(String word) {
    switch (word) {
      case "nil":
        return null;
      case "nillist":
        return Sequence.nil(GoType.LIST);
      case "nilmap":
        return Table.nil(GoType.MAP);
      case "true", "false":
        return Boolean.valueOf(word);
      case "NaN":
        return Double.NaN;
      case "+Inf":
        return Double.POSITIVE_INFINITY;
      case "-Inf":
        return Double.NEGATIVE_INFINITY;
      default:
        return number(word);
    }
  }

  private static Object number(String word) {
    String digits = word.substring(0, word.length() - 1);
    return switch (word.charAt(word.length() - 1)) {
      case 'L' -> Long.valueOf(digits);
      case 'U' -> GoUint64.of(Long.parseUnsignedLong(digits));
      case 'B' -> (byte) Integer.parseInt(digits);
      default ->
          word.contains(".") || word.contains("e")
              ? (Object) Double.valueOf(word)
              : GoInt.of(Long.parseLong(word));
    };
  }

  /** Writes a value as {@link #read} reads it. */
  static String show(Object value) {
    if (value == null || value instanceof Boolean) {
      return value == null ? "nil" : value.toString();
    } else if (value instanceof String string) {
      return GoQuotes.quote(string);
    } else if (value instanceof Sequence list) {
      String prefix = name(LISTS, list.type());
      return list.isNil() ? "nillist" + prefix : prefix + joined(list, "[]", Literals::show);
    } else if (value instanceof Table table) {
      return table.isNil()
          ? "nilmap"
          : name(MAPS, table.type())
              + joined(
                  List.of(table.sorted()),
                  "{}",
                  slot -> show(slot.getKey()) + ": " + show(slot.getValue()));
    } else if (value instanceof Double number) {
      String digits = GoNumbers.shortest(number);
      return digits.matches("-?\\d+") ? digits + ".0" : digits;
    } else if (value instanceof Byte number) {
      return (number & 0xFF) + "B";
    } else if (value instanceof byte[] bytes) {
      return "bytes" + GoQuotes.quote(GoStrings.fromBytes(bytes));
    } else if (value instanceof SemverValue version) {
      return "semver" + show(version.method("Original").body().call(null, new Object[0]));
    }
    String suffix = value instanceof Long ? "L" : value instanceof GoUint64 ? "U" : "";
    return value + suffix;
  }

  private static <T> String joined(
      List<? extends T> items, String brackets, Function<T, String> show) {
    return items.stream()
        .map(show)
        .collect(Collectors.joining(", ", brackets.substring(0, 1), brackets.substring(1)));
  }

  private static String name(Map<String, GoType> names, GoType type) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining());
  }
}
