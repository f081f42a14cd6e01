package dev.pintle.schema.report;

import static dev.pintle.schema.node.JsonValues.quoted;
import static dev.pintle.schema.node.JsonValues.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.schema.keyword.EvaluationTokens;
import dev.pintle.schema.node.JsonValues;
import dev.pintle.schema.source.JsonPointers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What Helm says of one keyword that was not met, from the error's data. */
final class Messages {

  private static final List<String> TYPES =
      List.of("null", "boolean", "number", "integer", "string", "array", "object");

  private Messages() {}

  /** The sentence for a keyword about the value itself. */
  static String of(String keyword, Error error) {
    JsonNode wanted = error.getSchemaNode();
    JsonNode got = error.getInstanceNode();
    return switch (keyword) {
      case "false" -> "false schema";
      case "type" -> "got " + JsonValues.typeName(got) + ", want " + types(wanted);
      case "const" ->
          wanted.isContainerNode() ? "'const' failed" : "value must be " + shown(wanted);
      case "enum" -> oneOf(wanted);
      case "format" ->
          shown(got) + " is not valid " + wanted.textValue() + ": " + detail(error, "reason");
      case "minProperties", "maxProperties", "minItems", "maxItems" ->
          bound(keyword, got.size(), wanted);
      case "minLength", "maxLength" ->
          bound(keyword, got.textValue().codePointCount(0, got.textValue().length()), wanted);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          keyword
              + ": got "
              + LocalNumbers.of(got.doubleValue())
              + ", want "
              + LocalNumbers.of(wanted.doubleValue());
      case "pattern" ->
          quoted(got.textValue()) + " does not match pattern " + quoted(wanted.textValue());
      case "required" -> missing(wanted, got);
      case "additionalProperties" ->
          "additional properties " + list(strings(error, "properties")) + " not allowed";
      case "additionalItems" ->
          "last "
              + LocalNumbers.of((int) detail(error, "count"))
              + " additionalItem(s) not allowed";
      case "uniqueItems" -> duplicates(error);
      case "contains" -> "no items match contains schema";
      case "minContains" -> minContains(error);
      case "maxContains" -> maxContains(error);
      case "propertyNames" -> "invalid propertyName " + quoted((String) detail(error, "property"));
      case "oneOf" -> oneOfMatched(error);
      case "not", "anyOf", "allOf" -> "'" + keyword + "' failed";
      case "$ref", "$dynamicRef", "$recursiveRef" -> cycle(error);
      default -> throw new IllegalArgumentException(keyword);
    };
  }

  /** The same sentence without the value, which may be a secret. */
  static String withoutValue(String keyword, Error error) {
    JsonNode wanted = error.getSchemaNode();
    return switch (keyword) {
      case "format" -> "not valid " + wanted.textValue();
      case "pattern" -> "does not match pattern " + quoted(wanted.textValue());
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          keyword + ": want " + LocalNumbers.of(wanted.doubleValue());
      default -> of(keyword, error);
    };
  }

  private static Object detail(Error error, String name) {
    return error.getDetails().get(name);
  }

  @SuppressWarnings("unchecked")
  static List<String> strings(Error error, String name) {
    return (List<String>) detail(error, name);
  }

  @SuppressWarnings("unchecked")
  static List<Error> causes(Error error) {
    return (List<Error>) detail(error, "causes");
  }

  private static String types(JsonNode wanted) {
    List<String> names = new ArrayList<>();
    if (wanted.isTextual()) {
      names.add(wanted.textValue());
    }
    wanted.forEach(name -> names.add(name.textValue()));
    StringJoiner joined = new StringJoiner(" or ");
    TYPES.stream().filter(names::contains).forEach(joined::add);
    return joined.toString();
  }

  private static String oneOf(JsonNode wanted) {
    StringJoiner values = new StringJoiner(", ");
    for (JsonNode value : wanted) {
      if (value.isContainerNode()) {
        return "'enum' failed";
      }
      values.add(shown(value));
    }
    return "value must be " + (wanted.size() == 1 ? "" : "one of ") + values;
  }

  private static String bound(String keyword, int got, JsonNode wanted) {
    return keyword
        + ": got "
        + LocalNumbers.of(got)
        + ", want "
        + LocalNumbers.of(wanted.intValue());
  }

  private static String missing(JsonNode wanted, JsonNode got) {
    List<String> names = absent(wanted, got);
    return (names.size() == 1 ? "missing property " : "missing properties ") + list(names);
  }

  private static List<String> absent(JsonNode wanted, JsonNode got) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : wanted) {
      if (!got.has(name.textValue())) {
        names.add(name.textValue());
      }
    }
    return names;
  }

  /** What {@code dependencies} or {@code dependentRequired} demand and the value lacks. */
  static List<String> dependent(Error error) {
    List<String> sentences = new ArrayList<>();
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> all = error.getSchemaNode().properties().iterator();
        all.hasNext(); ) {
      entries.add(all.next());
    }
    entries.sort(Map.Entry.comparingByKey(GoStrings.BYTE_ORDER));
    for (Map.Entry<String, JsonNode> entry : entries) {
      if (entry.getValue().isArray() && error.getInstanceNode().has(entry.getKey())) {
        List<String> names = absent(entry.getValue(), error.getInstanceNode());
        if (!names.isEmpty()) {
          sentences.add(
              "properties " + list(names) + " required, if " + quoted(entry.getKey()) + " exists");
        }
      }
    }
    return sentences;
  }

  private static String list(List<String> names) {
    StringJoiner joined = new StringJoiner(", ");
    names.forEach(name -> joined.add(quoted(name)));
    return joined.toString();
  }

  private static String duplicates(Error error) {
    List<?> pair = (List<?>) detail(error, "pair");
    return "items at "
        + LocalNumbers.of((int) pair.get(0))
        + " and "
        + LocalNumbers.of((int) pair.get(1))
        + " are equal";
  }

  private static String minContains(Error error) {
    List<?> matched = (List<?>) detail(error, "matched");
    String wanted = LocalNumbers.of((int) detail(error, "wanted"));
    String sentence = "min " + wanted + " items required to match contains schema, but ";
    return matched.isEmpty() ? sentence + "none matched" : sentence + matchedItems(matched);
  }

  private static String maxContains(Error error) {
    String wanted = LocalNumbers.of((int) detail(error, "wanted"));
    return "max "
        + wanted
        + " items required to match contains schema, but "
        + matchedItems((List<?>) detail(error, "matched"));
  }

  private static String matchedItems(List<?> matched) {
    StringJoiner indexes = new StringJoiner(" ");
    matched.forEach(index -> indexes.add(index.toString()));
    return "matched " + LocalNumbers.of(matched.size()) + " items at " + indexes;
  }

  private static String oneOfMatched(Error error) {
    if (isNoneMatched(error)) {
      return "'oneOf' failed, none matched";
    }
    List<?> matched = (List<?>) detail(error, "matched");
    return "'oneOf' failed, subschemas "
        + LocalNumbers.of((int) matched.get(0))
        + ", "
        + LocalNumbers.of((int) matched.get(1))
        + " matched";
  }

  static boolean isNoneMatched(Error oneOf) {
    return ((List<?>) detail(oneOf, "matched")).isEmpty();
  }

  private static String cycle(Error error) {
    Object[] arguments = error.getArguments();
    return "both "
        + keywordLocation((List<?>) arguments[0])
        + " and "
        + keywordLocation((List<?>) arguments[1])
        + " resolve to "
        + GoQuotes.quote((String) arguments[2])
        + " causing reference cycle";
  }

  private static String keywordLocation(List<?> path) {
    return JsonPointers.encode(JsonPointers.of(EvaluationTokens.ofSchema(path)));
  }
}
