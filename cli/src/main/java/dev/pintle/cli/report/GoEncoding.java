package dev.pintle.cli.report;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Data for programs as Go's encoders write it. A {@link Map} that is no {@link Table} stands for a
 * struct, a {@link List} that is no {@link Sequence} for a list of such. Whoever has data that is
 * no values made a mistake, so that this is no error to be handled.
 */
public final class GoEncoding {

  private GoEncoding() {}

  /** As {@code encoding/json} writes it: the fields of a struct in their order, without an end. */
  public static String json(Object data) {
    StringBuilder out = new StringBuilder();
    try {
      append(out, data);
    } catch (JsonException e) {
      throw new IllegalStateException("a result is no values", e);
    }
    return out.toString();
  }

  /**
   * As {@code sigs.k8s.io/yaml} writes it: fields in the order of their names, each line ended.
   *
   * @throws PintleException with Helm's message if there are characters that YAML does not take
   */
  public static String yaml(Object data) {
    try {
      return YamlWriter.write(sorted(data));
    } catch (YamlWriteException e) {
      String message = "unable to write YAML output: " + e.getMessage();
      throw new PintleException(message, Diagnostic.of(Diagnostic.Kind.YAML, message, null), e);
    }
  }

  private static boolean isValue(Object data) {
    return data instanceof Table || data instanceof Sequence;
  }

  private static void append(StringBuilder out, Object data) throws JsonException {
    String separator = "";
    if (!isValue(data) && data instanceof Map<?, ?> struct) {
      out.append('{');
      for (Map.Entry<?, ?> field : struct.entrySet()) {
        out.append(separator).append(JsonWriter.write(field.getKey())).append(':');
        append(out, field.getValue());
        separator = ",";
      }
      out.append('}');
    } else if (!isValue(data) && data instanceof List<?> items) {
      out.append('[');
      for (Object item : items) {
        append(out.append(separator), item);
        separator = ",";
      }
      out.append(']');
    } else {
      out.append(JsonWriter.write(data));
    }
  }

  private static Object sorted(Object data) {
    if (!isValue(data) && data instanceof Map<?, ?> struct) {
      Table table = new Table();
      struct.forEach((key, value) -> table.put((String) key, sorted(value)));
      return table;
    } else if (!isValue(data) && data instanceof List<?> items) {
      return Sequence.copyOf(items.stream().map(GoEncoding::sorted).collect(Collectors.toList()));
    }
    return data;
  }
}
