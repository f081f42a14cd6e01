package dev.pintle.cli.report;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.json.JsonException;
import dev.pintle.json.JsonWriter;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.yaml.YamlWriteException;
import dev.pintle.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flag that says in which form a result is printed. */
public final class OutputOption {

  /** The forms. */
  enum Format {
    TABLE,
    JSON,
    YAML
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Format format = Format.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "format",
      description = "prints the output in the specified format. Allowed values: table, json, yaml")
  void setFormat(String name) {
    format =
        switch (name) {
          case "table" -> Format.TABLE;
          case "json" -> Format.JSON;
          case "yaml" -> Format.YAML;
          default -> throw UsageError.ofFlag(command, "-o, --output", name, "invalid format type");
        };
  }

  /** True if the result is for people. */
  public boolean isTable() {
    return format == Format.TABLE;
  }

  /**
   * Prints a result.
   *
   * @param table its text for people, each line with its end
   * @param data the same as values, for programs; maps are written in their order in JSON
   */
  public void print(Console console, Supplier<String> table, Supplier<Object> data) {
    try {
      console.out(
          switch (format) {
            case TABLE -> table.get();
            case JSON -> json(data.get()) + "\n";
            case YAML -> yaml(data.get());
          });
    } catch (JsonException | YamlWriteException e) {
      throw new IllegalStateException("a result is no values", e);
    }
  }

  /** Values as Go's {@code sigs.k8s.io/yaml} writes them. */
  public static String yaml(Object data) throws YamlWriteException {
    return YamlWriter.write(sorted(data));
  }

  /** Go writes the fields of a struct in their order, where our tables have that of their names. */
  public static String json(Object data) throws JsonException {
    if (data instanceof Table) {
      return JsonWriter.write(data);
    } else if (data instanceof Map<?, ?> struct) {
      StringBuilder out = new StringBuilder("{");
      for (Map.Entry<?, ?> field : struct.entrySet()) {
        out.append(out.length() > 1 ? "," : "");
        out.append(JsonWriter.write(field.getKey())).append(':').append(json(field.getValue()));
      }
      return out.append('}').toString();
    } else if (data instanceof List<?> items && !(data instanceof Sequence)) {
      StringBuilder out = new StringBuilder("[");
      for (Object item : items) {
        out.append(out.length() > 1 ? "," : "").append(json(item));
      }
      return out.append(']').toString();
    }
    return JsonWriter.write(data);
  }

  private static Object sorted(Object data) {
    if (data instanceof Table || data instanceof Sequence) {
      return data;
    } else if (data instanceof Map<?, ?> struct) {
      Table table = new Table();
      struct.forEach((key, value) -> table.put((String) key, sorted(value)));
      return table;
    } else if (data instanceof List<?> items) {
      return Sequence.copyOf(items.stream().map(OutputOption::sorted).collect(Collectors.toList()));
    }
    return data;
  }
}
