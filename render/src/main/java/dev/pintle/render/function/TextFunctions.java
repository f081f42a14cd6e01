package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.number;
import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.render.function.Arguments.toText;
import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.INT;
import static dev.pintle.values.GoType.STRING;
import static dev.pintle.values.GoType.STRING_LIST;
import static dev.pintle.values.GoType.STRING_MAP;

import dev.pintle.render.format.GoFormat;
import dev.pintle.template.Execution;
import dev.pintle.values.ByteText;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sprig's functions between text, lists of texts and other values. */
public final class TextFunctions {

  private TextFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.add("toString", List.of(ANY), (x, a) -> toText(x, a[0]));
    f.add("toStrings", List.of(ANY), (x, a) -> toTexts(x, a[0]));
    f.addVariadic("quote", List.of(), ANY, (x, a) -> quote(x, a));
    f.addVariadic("squote", List.of(), ANY, (x, a) -> singleQuote(x, a));
    f.addVariadic("cat", List.of(), ANY, (x, a) -> cat(x, a));
    f.add("join", List.of(STRING, ANY), (x, a) -> join(x, text(a, 0), texts(x, a[1])));
    f.add("sortAlpha", List.of(ANY), (x, a) -> sorted(x, a[0]));
    f.add(
        "splitList",
        List.of(STRING, STRING),
        (x, a) -> Sequence.ofType(STRING_LIST, split(x, text(a, 0), -1, text(a, 1))));
    f.add(
        "split", List.of(STRING, STRING), (x, a) -> numbered(split(x, text(a, 0), -1, text(a, 1))));
    f.add(
        "splitn",
        List.of(STRING, INT, STRING),
        (x, a) -> numbered(split(x, text(a, 0), number(a, 1), text(a, 2))));
  }

  private static String quote(Execution execution, Object[] values) {
    if (values.length == 1 && values[0] instanceof String only) {
      return GoQuotes.quote(only);
    }
    List<String> texts = texts(execution, Arrays.asList(values));
    texts.replaceAll(GoQuotes::quote);
    return join(execution, " ", texts);
  }

  private static String singleQuote(Execution execution, Object[] values) {
    List<String> texts = printed(execution, Arrays.asList(values));
    texts.replaceAll(text -> "'" + text + "'");
    return join(execution, " ", texts);
  }

  private static String cat(Execution execution, Object[] values) {
    return join(execution, " ", printed(execution, Arrays.asList(values)));
  }

  /** As {@code %v} prints them, which shows bytes as numbers. */
  private static List<String> printed(Execution execution, List<Object> values) {
    return texts(execution, values, value -> GoFormat.toString(value, execution::willBuild));
  }

  private static String join(Execution execution, String separator, List<String> texts) {
    long size = (long) separator.length() * texts.size();
    for (String text : texts) {
      size += text.length();
    }
    execution.willBuild(size);
    return String.join(separator, texts);
  }

  private static Sequence toTexts(Execution execution, Object value) {
    return value instanceof Sequence sequence && sequence.type() == STRING_LIST
        ? sequence
        : Sequence.ofType(STRING_LIST, texts(execution, value));
  }

  /** The items of a list, or the value itself, as texts; nil is nothing. */
  static List<String> texts(Execution execution, Object value) {
    List<Object> items = Arguments.itemsOrNull(value);
    if (items == null) {
      return value == null ? List.of() : List.of(toText(execution, value));
    }
    return texts(execution, items);
  }

  private static List<String> texts(Execution execution, List<Object> items) {
    return texts(execution, items, item -> toText(execution, item));
  }

  private static List<String> texts(
      Execution execution, List<Object> items, java.util.function.Function<Object, String> toText) {
    List<String> texts = new ArrayList<>(items.size());
    long built = 0;
    for (Object item : items) {
      if (item instanceof String text) {
        texts.add(text);
      } else if (item != null) {
        String text = toText.apply(item);
        built += text.length();
        execution.willBuild(built);
        texts.add(text);
      }
    }
    return texts;
  }

  /**
   * A {@code []string} is sorted in place, which a template can see, since Sprig does not copy it.
   */
  private static Sequence sorted(Execution execution, Object value) {
    if (Arguments.itemsOrNull(value) == null) {
      return Sequence.ofType(STRING_LIST, toText(execution, value));
    }
    Sequence texts = toTexts(execution, value);
    texts.sortInPlace(
        (a, b) -> {
          Arguments.compared(execution, Math.min(a.length(), b.length()));
          return GoStrings.compare(a, b);
        });
    return texts;
  }

  private static Table numbered(List<String> parts) {
    Table table = Table.ofType(STRING_MAP);
    for (int i = 0; i < parts.size(); i++) {
      table.put("_" + i, parts.get(i));
    }
    return table;
  }

  /**
   * Go's {@code strings.SplitN}; an empty separator stands between characters.
   *
   * @param limit how many parts there may be at most; no limit if it is negative
   */
  private static List<String> split(
      Execution execution, String separator, long limit, String text) {
    List<String> parts = new ArrayList<>();
    if (limit == 0) {
      return parts;
    }
    if (separator.isEmpty()) {
      Arguments.willBuildItems(execution, text.length());
      splitCharacters(limit, text, parts);
      return parts;
    }
    if (ByteText.hasStrayBytes(separator)) {
      for (String part : split(execution, ByteText.of(separator), limit, ByteText.of(text))) {
        parts.add(ByteText.toText(part));
      }
      return parts;
    }
    Needle needle = Needle.of(separator);
    int from = 0;
    for (int at = needle.findIn(text, 0);
        at >= 0 && parts.size() + 1 != limit;
        at = needle.findIn(text, from)) {
      parts.add(text.substring(from, at));
      Arguments.willBuildItems(execution, parts.size());
      from = at + needle.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static void splitCharacters(long limit, String text, List<String> parts) {
    int at = 0;
    while (at < text.length()) {
      int end =
          parts.size() + 1 == limit
              ? text.length()
              : at + Character.charCount(text.codePointAt(at));
      parts.add(text.substring(at, end));
      at = end;
    }
  }
}
