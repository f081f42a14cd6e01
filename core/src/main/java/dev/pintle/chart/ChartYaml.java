package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.values.JsonKind;
import dev.pintle.values.Table;
import dev.pintle.yaml.ReadOptions;
import dev.pintle.yaml.YamlReader;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Decodes a chart's YAML files into Go structs' counterparts, with the messages of Helm's loader.
 * Stateless.
 */
final class ChartYaml {

  private ChartYaml() {}

  /**
   * Reads a file that is a map; integers stay integers. A file that is empty or null says nothing.
   *
   * @param path the file as the user knows it
   * @param goType Go's name of the struct that it is decoded into
   * @param decode takes the content; may throw {@link StructMismatchException}
   */
  static void decode(ChartFile file, String path, String goType, Consumer<Table> decode) {
    Object content;
    try {
      content = YamlReader.read(file.text(), ReadOptions.of(path).withIntegers());
    } catch (PintleException e) {
      throw ChartFileException.of(
          "cannot load " + file.name() + ": " + e.getMessage(),
          e.diagnostics().get(0).withSourceFrom(file.text()));
    }
    if (content instanceof Table table) {
      try {
        decode.accept(table);
      } catch (StructMismatchException e) {
        Position position = e.position() == null ? new Position(path, 0, 0) : e.position();
        throw mismatch(file, e.getMessage(), position);
      }
    } else if (content != null) {
      throw mismatch(
          file,
          "json: cannot unmarshal " + JsonKind.nameOf(content) + " into Go value of type " + goType,
          new Position(path, 1, 1));
    }
  }

  /** The API version that {@code Chart.yaml} gives, empty if it gives none. */
  static String apiVersion(ChartFile description) {
    String[] found = {""};
    decode(
        description,
        description.name(),
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
