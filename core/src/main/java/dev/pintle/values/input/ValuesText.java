package dev.pintle.values.input;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.values.Table;

/**
 * Reads the text of a values file: one or more YAML documents, each a map, merged in their order.
 * Charts' own {@code values.yaml} are read so too. Stateless.
 */
public final class ValuesText {

  private ValuesText() {}

  /**
   * Reads values.
   *
   * @param file how positions name the text
   * @param budget counts what reading takes
   * @return a new, mutable table
   * @throws dev.pintle.go.yaml.YamlException if the text is no YAML, or not a map; the message is
   *     that of Helm's loader, without what names the file
   */
  public static Table read(byte[] data, String file, Budget budget) {
    Table values = new Table();
    ReadOptions options = ReadOptions.of(file).within(budget);
    for (Table document : YamlReader.readValues(GoStrings.fromBytes(data), options)) {
      values.mergeIn(document);
    }
    return values;
  }
}
