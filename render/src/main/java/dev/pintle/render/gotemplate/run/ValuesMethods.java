package dev.pintle.render.gotemplate.run;

import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.strings.TextParts;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.Set;

/**
 * The methods that Go's type {@code common.Values} has, which hide entries of the same name: {@code
 * .Values.Table} is a method even where the values have a {@code Table}. {@code Encode} is left
 * out: no template has a writer to give it.
 */
final class ValuesMethods {

  private static final Set<String> NAMES = Set.of("AsMap", "Table", "PathValue", "YAML");

  private ValuesMethods() {}

  static boolean has(String name) {
    return NAMES.contains(name);
  }

  /** The method of that name of these values, or null. */
  static Function find(Table values, String name) {
    return switch (name) {
      case "AsMap" -> Function.of(name, () -> values.as(GoType.MAP));
      case "Table" -> Function.of(name, STRING, path -> table(values, path));
      case "PathValue" -> Function.of(name, STRING, path -> pathValue(values, path));
      case "YAML" -> Function.of(name, execution -> yaml(values, execution));
      default -> null;
    };
  }

  private static String yaml(Table values, Execution execution) {
    StringBuilder out = new StringBuilder();
    try {
      YamlWriter.append(out, values, execution::willBuild);
    } catch (YamlWriteException e) {
      throw new FunctionException(e.getMessage());
    }
    return out.toString();
  }

  private static Table table(Table values, String path) {
    Table table = values;
    for (String key : TextParts.split(path, '.')) {
      if (!(table.get(key) instanceof Table inner) || inner.type().element() != GoType.ANY) {
        throw new FunctionException("\"" + key + "\" is not a table");
      }
      table = inner;
    }
    return table.type() == GoType.VALUES ? table : table.as(GoType.VALUES);
  }

  private static Object pathValue(Table values, String path) {
    if (path.isEmpty()) {
      throw new FunctionException("YAML path cannot be empty");
    }
    int dot = path.lastIndexOf('.');
    String key = path.substring(dot + 1);
    Table table = values;
    if (dot >= 0) {
      try {
        table = table(values, path.substring(0, dot));
      } catch (FunctionException e) {
        throw noValue(key);
      }
    }
    Table.Slot slot = table.slot(key);
    if (slot == null || slot.getValue() instanceof Table inner && inner.type() == GoType.MAP) {
      throw noValue(key);
    }
    return slot.getValue();
  }

  private static FunctionException noValue(String key) {
    return new FunctionException("\"" + key + "\" is not a value");
  }
}
