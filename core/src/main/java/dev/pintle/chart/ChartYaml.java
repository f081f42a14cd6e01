package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.json.JsonKind;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.values.Table;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Decodes a chart's YAML files into Go structs' counterparts, with the messages of Helm's loader.
 * Stateless.
 */
final class ChartYaml {

  private ChartYaml() {}

  /** What was read of a file: a table, or null if the file says nothing. */
  record Content(ChartFile file, String path, Object value) {}

  /**
   * Reads a file; integers stay integers.
   *
   * @param path the file as the user knows it
   */
  static Content read(ChartFile file, String path, Budget budget) {
    try {
      return new Content(
          file,
          path,
          YamlReader.read(file.text(), ReadOptions.of(path).within(budget).withIntegers()));
    } catch (YamlException e) {
      throw ChartFileException.of(
          "cannot load " + file.name() + ": " + e.getMessage(),
          e.diagnostics().get(0).withSourceFrom(file.text()));
    }
  }

  /**
   * Decodes a file that is to be a map.
   *
   * @param goType Go's name of the struct that it is decoded into
   * @param decode takes the content; may throw {@link StructMismatchException}
   */
  static void decode(Content content, String goType, Consumer<Table> decode) {
    if (content.value instanceof Table table) {
      try {
        decode.accept(table);
      } catch (StructMismatchException e) {
        Position position = e.position() == null ? new Position(content.path, 0, 0) : e.position();
        throw mismatch(content.file, e.getMessage(), position);
      }
    } else if (content.value != null) {
      throw mismatch(
          content.file,
          "json: cannot unmarshal "
              + JsonKind.nameOf(content.value)
              + " into Go value of type "
              + goType,
          new Position(content.path, 1, 1));
    }
  }

  /** The API version that {@code Chart.yaml} gives, empty if it gives none. */
  static String apiVersion(Content description) {
    String[] found = {""};
    decode(
        description,
        "loader.chartBase",
        content -> {
          for (Table.Slot slot : content.sorted()) {
            if (slot.getKey().toLowerCase(Locale.ROOT).equals("apiversion")) {
              found[0] =
                  new StructField("chartBase", "apiVersion", slot.getValue(), slot.position())
                      .text();
            }
          }
        });
    return found[0];
  }

  private static ChartFileException mismatch(ChartFile file, String problem, Position position) {
    return ChartFileException.of(
        "cannot load " + file.name() + ": error unmarshaling JSON: while decoding JSON: " + problem,
        Diagnostic.of(Diagnostic.Kind.CHART, problem, position).withSourceFrom(file.text()));
  }
}
