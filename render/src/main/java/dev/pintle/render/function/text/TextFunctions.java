package dev.pintle.render.function.text;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;
import static dev.pintle.values.GoType.STRING_LIST;
import static dev.pintle.values.GoType.STRING_MAP;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.ByteText;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Effort;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.list.Items;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sprig's functions between text, lists of texts and other values. */
public final class TextFunctions {

  private TextFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("toString", ANY, Texts::of),
        of("toStrings", ANY, TextFunctions::toTexts),
        of("quote", ANY.many(), TextFunctions::quote),
        of("squote", ANY.many(), TextFunctions::singleQuote),
        of("cat", ANY.many(), TextFunctions::cat),
        of("join", STRING, ANY, (x, separator, list) -> join(x, separator, texts(x, list))),
        of("sortAlpha", ANY, TextFunctions::sorted),
        of(
            "splitList",
            STRING,
            STRING,
            (x, separator, text) -> Sequence.ofType(STRING_LIST, split(x, separator, -1, text))),
        of(
            "split",
            STRING,
            STRING,
            (x, separator, text) -> numbered(split(x, separator, -1, text))),
        of(
            "splitn",
            STRING,
            INT,
            STRING,
            (x, separator, limit, text) -> numbered(split(x, separator, limit, text))));
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
    List<Object> items = Items.orNull(value);
    if (items == null) {
      return value == null ? List.of() : List.of(Texts.of(execution, value));
    }
    return texts(execution, items);
  }

  private static List<String> texts(Execution execution, List<Object> items) {
    return texts(execution, items, item -> Texts.of(execution, item));
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
    if (Items.orNull(value) == null) {
      return Sequence.ofType(STRING_LIST, Texts.of(execution, value));
    }
    Sequence texts = toTexts(execution, value);
    texts.sortInPlace(
        (a, b) -> {
          Effort.compared(execution, Math.min(a.length(), b.length()));
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
      Effort.willBuildItems(execution, text.length());
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
      Effort.willBuildItems(execution, parts.size());
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
