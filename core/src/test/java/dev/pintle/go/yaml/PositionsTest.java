package dev.pintle.go.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Position;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions are for users; they count lines and columns from 1, where Go's messages may not. */
class PositionsTest {

  private static final String TEXT =
      """
      # settings
      image:
        tag: "1.0"
      ports:
      - 80
      -   name: web
          port: 81
      "\uD83D\uDE00": {a: [x,
        y]}
      """;

  private static Table read() {
    return YamlReader.readMap(TEXT, ReadOptions.of("values.yaml"));
  }

  private static Position at(int line, int column) {
    return new Position("values.yaml", line, column);
  }

  @Test
  void entriesAreWhereTheirKeysAre() {
    Table table = read();
    assertThat(table.positionOf("image")).isEqualTo(at(2, 1));
    assertThat(((Table) table.get("image")).positionOf("tag")).isEqualTo(at(3, 3));
    assertThat(table.positionOf("ports")).isEqualTo(at(4, 1));
  }

  @Test
  void itemsAreWhereTheirValuesAre() {
    Sequence ports = (Sequence) read().get("ports");
    assertThat(ports.positionOf(0)).isEqualTo(at(5, 3));
    assertThat(ports.positionOf(1)).isEqualTo(at(6, 5));
    assertThat(((Table) ports.get(1)).positionOf("port")).isEqualTo(at(7, 5));
  }

  @Test
  void columnsAreCountedInCharacters() {
    Table table = (Table) read().get("\uD83D\uDE00");
    assertThat(table.positionOf("a")).isEqualTo(at(8, 7));
    Sequence items = (Sequence) table.get("a");
    assertThat(items.positionOf(0)).isEqualTo(at(8, 11));
    assertThat(items.positionOf(1)).isEqualTo(at(9, 3));
  }

  @Test
  void mergedEntriesAreWhereTheyWereWritten() {
    String text = "a: &x\n  b: 1\nc:\n  <<: *x\n";
    Table table = YamlReader.readMap(text, ReadOptions.of("values.yaml"));
    assertThat(((Table) table.get("c")).positionOf("b")).isEqualTo(at(2, 3));
  }

  @Test
  void documentsOfOneFileCountItsLines() {
    List<Table> tables =
        YamlReader.readValues("a: 1\n---\n\nb: 1\n---\nc: 1\n", ReadOptions.of("values.yaml"));
    assertThat(tables.get(0).positionOf("a")).isEqualTo(at(1, 1));
    assertThat(tables.get(1).positionOf("b")).isEqualTo(at(4, 1));
    assertThat(tables.get(2).positionOf("c")).isEqualTo(at(6, 1));
  }

  @Test
  void thereAreNoneWithoutAFile() {
    assertThat(YamlReader.readMap(TEXT, ReadOptions.defaults()).positionOf("image")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b: c            | 1 | 5  | a: b: c",
        "a: 1\\nb: 2\\n- c  | 3 | 1  | - c",
        "a: [b\\nc: d       | 2 | 2  | c: d",
        "a: 1\\nb: *x       | 2 | 4  | b: *x",
        "a: \"b             | 1 | 6  | a: \"b",
        "- !!int a          | 1 | 3  | - !!int a",
        "# x\\n---\\n- a    | 3 | 1  | - a",
        "\\n text           | 2 | 2  | ' text'",
        "a: [1, -.inf]      | 1 | 8  | 'a: [1, -.inf]'",
        "a:\\n  b: .nan      | 2 | 3  | '  b: .nan'",
        "{a: 1, [b]: c}     | 1 | 8  | '{a: 1, [b]: c}'",
        "~: 1               | 1 | 1  | '~: 1'",
      })
  void errorsTellTheirTruePlaceAndShowTheLine(
      String text, int line, int column, String sourceLine) {
    YamlException error =
        catchThrowableOfType(
            YamlException.class,
            () -> YamlReader.readMap(text.replace("\\n", "\n"), ReadOptions.of("values.yaml")));
    assertThat(error.position()).isEqualTo(at(line, column));
    assertThat(error.diagnostics().get(0).sourceLine()).isNull();
    assertThat(error.diagnostics().get(0).revealed().sourceLine()).isEqualTo(sourceLine);
  }
}
