package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.LIST;
import static dev.pintle.values.GoType.MAP;
import static dev.pintle.values.GoType.STRING;

import dev.pintle.json.JsonException;
import dev.pintle.json.JsonReader;
import dev.pintle.json.JsonWriter;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.yaml.ReadOptions;
import dev.pintle.yaml.YamlException;
import dev.pintle.yaml.YamlReader;
import dev.pintle.yaml.YamlWriteException;
import dev.pintle.yaml.YamlWriter;
import java.util.List;

/**
 * Helm's and Sprig's functions that write values as YAML and JSON, and read them.
 *
 * <p>What cannot be written is empty text, unless the function's name starts with {@code must}.
 * What cannot be read is a map with the key {@code Error} or, where a list is read, a list with the
 * error's text.
 */
public final class SerializationFunctions {

  private static final long BYTES_PER_CHAR_READ = 8;

  private SerializationFunctions() {}

  /** Adds them; Helm's replace Sprig's of the same name. */
  public static void register(Functions.Builder f) {
    f.add("toYaml", List.of(ANY), (x, a) -> orEmpty(() -> toYaml(x, a[0])));
    f.add("mustToYaml", List.of(ANY), (x, a) -> toYaml(x, a[0]));
    f.add("toYamlPretty", List.of(ANY), (x, a) -> toYamlPretty(x, a[0]));
    f.add("fromYaml", List.of(STRING), (x, a) -> fromYaml(x, readable(x, a)));
    f.add("fromYamlArray", List.of(STRING), (x, a) -> fromYamlArray(x, readable(x, a)));
    addJsonWriter(f, "ToJson", JsonWriter.Form.COMPACT);
    addJsonWriter(f, "ToPrettyJson", JsonWriter.Form.INDENTED);
    addJsonWriter(f, "ToRawJson", JsonWriter.Form.RAW);
    // Sprig's does not swallow its error, though its name does not say so.
    f.alias("toRawJson", "mustToRawJson");
    f.add("fromJson", List.of(STRING), (x, a) -> fromJson(readable(x, a)));
    f.add("mustFromJson", List.of(STRING), (x, a) -> mustFromJson(readable(x, a)));
    f.add("fromJsonArray", List.of(STRING), (x, a) -> fromJsonArray(readable(x, a)));
  }

  private static void addJsonWriter(Functions.Builder f, String name, JsonWriter.Form form) {
    f.add("must" + name, List.of(ANY), (x, a) -> toJson(x, a[0], form));
    String lenient = "t" + name.substring(1);
    f.add(lenient, List.of(ANY), (x, a) -> orEmpty(() -> toJson(x, a[0], form)));
  }

  private static String orEmpty(java.util.function.Supplier<String> writer) {
    try {
      return writer.get();
    } catch (FunctionException unwritable) {
      return "";
    }
  }

  private static String toYaml(Execution execution, Object value) {
    StringBuilder out = new StringBuilder();
    try {
      YamlWriter.append(out, value, execution::willBuild);
    } catch (YamlWriteException e) {
      throw new FunctionException(e.getMessage());
    }
    return withoutLastBreak(out);
  }

  private static String toYamlPretty(Execution execution, Object value) {
    StringBuilder out = new StringBuilder();
    try {
      YamlWriter.appendPretty(out, value, execution::willBuild);
    } catch (YamlWriteException e) {
      // Nothing but a value that contains itself, on which Go's process dies.
      throw new FunctionException(e.getMessage());
    }
    return withoutLastBreak(out);
  }

  private static String withoutLastBreak(StringBuilder text) {
    text.setLength(text.length() - 1);
    return text.toString();
  }

  /** The text that is to be read; what it says can take many times the room of the text. */
  static String readable(Execution execution, Object[] arguments) {
    String text = text(arguments, 0);
    execution.willBuild(text.length() * BYTES_PER_CHAR_READ);
    execution.built(text.length() * BYTES_PER_CHAR_READ);
    return text;
  }

  private static String toJson(Execution execution, Object value, JsonWriter.Form form) {
    try {
      return JsonWriter.write(value, form, execution::willBuild);
    } catch (JsonException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static Table fromYaml(Execution execution, String text) {
    try {
      return YamlReader.readMap(text, ReadOptions.defaults().within(execution.limits()));
    } catch (YamlException e) {
      return withError(new Table(), e.getMessage());
    }
  }

  private static Sequence fromYamlArray(Execution execution, String text) {
    try {
      return YamlReader.readList(text, ReadOptions.defaults().within(execution.limits()));
    } catch (YamlException e) {
      return Sequence.of(e.getMessage());
    }
  }

  private static Table fromJson(String text) {
    JsonReader.Result result = JsonReader.read(text, MAP);
    Table table = (Table) result.value();
    if (result.error() != null) {
      return withError(table == null ? new Table() : table, result.error().getMessage());
    }
    return table == null ? Table.nil(MAP) : table;
  }

  private static Object mustFromJson(String text) {
    try {
      return JsonReader.read(text);
    } catch (JsonException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static Sequence fromJsonArray(String text) {
    JsonReader.Result result = JsonReader.read(text, LIST);
    if (result.error() != null) {
      return Sequence.of(result.error().getMessage());
    }
    return result.value() == null ? Sequence.nil(LIST) : (Sequence) result.value();
  }

  private static Table withError(Table table, String message) {
    table.put("Error", message);
    return table;
  }
}
