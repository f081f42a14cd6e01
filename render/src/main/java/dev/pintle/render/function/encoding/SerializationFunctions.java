package dev.pintle.render.function.encoding;

import static dev.pintle.go.json.JsonWriter.Form.COMPACT;
import static dev.pintle.go.json.JsonWriter.Form.INDENTED;
import static dev.pintle.go.json.JsonWriter.Form.RAW;
import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
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

  /** In the time of a step of a template. */
  private static final int CHARS_READ_PER_STEP = 16;

  private SerializationFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("toYaml", ANY, (x, value) -> orEmpty(() -> toYaml(x, value))).ofHelm(),
        of("mustToYaml", ANY, SerializationFunctions::toYaml).ofHelm(),
        of("toYamlPretty", ANY, SerializationFunctions::toYamlPretty).ofHelm(),
        of("fromYaml", STRING, SerializationFunctions::fromYaml).ofHelm(),
        of("fromYamlArray", STRING, SerializationFunctions::fromYamlArray).ofHelm(),
        of("toJson", ANY, (x, value) -> orEmpty(() -> toJson(x, value, COMPACT))),
        of("mustToJson", ANY, (x, value) -> toJson(x, value, COMPACT)),
        of("toPrettyJson", ANY, (x, value) -> orEmpty(() -> toJson(x, value, INDENTED))),
        of("mustToPrettyJson", ANY, (x, value) -> toJson(x, value, INDENTED)),
        // Sprig's does not swallow its error, though its name does not say so.
        of("toRawJson", ANY, (x, value) -> toJson(x, value, RAW)).alsoCalled("mustToRawJson"),
        of("fromJson", STRING, SerializationFunctions::fromJson),
        of("mustFromJson", STRING, SerializationFunctions::mustFromJson),
        of("fromJsonArray", STRING, SerializationFunctions::fromJsonArray).ofHelm());
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

  /** Counts a text that is to be read; what it says can take many times its room. */
  static void willRead(Execution execution, String text) {
    execution.willBuild(text.length() * BYTES_PER_CHAR_READ);
    execution.built(text.length() * BYTES_PER_CHAR_READ);
    execution.worked(text.length() / CHARS_READ_PER_STEP);
  }

  private static String toJson(Execution execution, Object value, JsonWriter.Form form) {
    try {
      return JsonWriter.write(value, form, execution::willBuild);
    } catch (JsonException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static Table fromYaml(Execution execution, String text) {
    willRead(execution, text);
    try {
      return YamlReader.readMap(text, ReadOptions.defaults().within(execution.limits()));
    } catch (YamlException e) {
      return withError(new Table(), e.getMessage());
    }
  }

  private static Sequence fromYamlArray(Execution execution, String text) {
    willRead(execution, text);
    try {
      return YamlReader.readList(text, ReadOptions.defaults().within(execution.limits()));
    } catch (YamlException e) {
      return Sequence.of(e.getMessage());
    }
  }

  private static Table fromJson(Execution execution, String text) {
    willRead(execution, text);
    JsonReader.Result result = JsonReader.read(text, GoType.MAP);
    Table table = (Table) result.value();
    if (result.error() != null) {
      return withError(table == null ? new Table() : table, result.error().getMessage());
    }
    return table == null ? Table.nil(GoType.MAP) : table;
  }

  private static Object mustFromJson(Execution execution, String text) {
    willRead(execution, text);
    try {
      return JsonReader.read(text);
    } catch (JsonException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static Sequence fromJsonArray(Execution execution, String text) {
    willRead(execution, text);
    JsonReader.Result result = JsonReader.read(text, GoType.LIST);
    if (result.error() != null) {
      return Sequence.of(result.error().getMessage());
    }
    return result.value() == null ? Sequence.nil(GoType.LIST) : (Sequence) result.value();
  }

  private static Table withError(Table table, String message) {
    table.put("Error", message);
    return table;
  }
}
