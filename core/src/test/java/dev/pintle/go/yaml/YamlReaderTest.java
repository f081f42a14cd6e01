package dev.pintle.go.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.values.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables are among the resources of this package; read them to learn Go's dialect of YAML. */
class YamlReaderTest {

  private static final ReadOptions OPTIONS = ReadOptions.defaults();

  static Stream<Expectations.Row> values() {
    return Stream.of(
            "scalars",
            "strings",
            "block-scalars",
            "collections",
            "anchors",
            "tags",
            "documents",
            "errors")
        .map(Expectations::of)
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsValuesAsGoDoes(Expectations.Row row) {
    assertThat(row.resultOf(YamlReader::read)).isEqualTo(row.result());
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsTheSameWithPositions(Expectations.Row row) {
    ReadOptions options = ReadOptions.of("values.yaml");
    assertThat(row.resultOf(text -> YamlReader.read(text, options))).isEqualTo(row.result());
  }

  static List<Expectations.Row> maps() {
    return Expectations.of("maps");
  }

  @ParameterizedTest
  @MethodSource("maps")
  void readsMaps(Expectations.Row row) {
    assertThat(row.resultOf(text -> YamlReader.readMap(text, OPTIONS))).isEqualTo(row.result());
  }

  static List<Expectations.Row> lists() {
    return Expectations.of("lists");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void readsLists(Expectations.Row row) {
    assertThat(row.resultOf(text -> YamlReader.readList(text, OPTIONS))).isEqualTo(row.result());
  }

  static List<Expectations.Row> valuesFiles() {
    return Expectations.of("values-files");
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void readsFilesOfValues(Expectations.Row row) {
    assertThat(row.resultOf(YamlReaderTest::readAndMerge)).isEqualTo(row.result());
  }

  private static Table readAndMerge(String text) {
    Table merged = new Table();
    for (Table document : YamlReader.readValues(text, OPTIONS)) {
      mergeInto(merged, document);
    }
    return merged;
  }

  private static void mergeInto(Table target, Table source) {
    for (Table.Slot slot : source.sorted()) {
      if (slot.getValue() instanceof Table below
          && target.get(slot.getKey()) instanceof Table above) {
        mergeInto(above, below);
      } else {
        target.put(slot);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0x10", "-5", "9223372036854775807"})
  void keepsIntegersApartOnDemand(String text) {
    assertThat(YamlReader.read(text, OPTIONS.withIntegers())).isEqualTo(Long.decode(text));
  }

  @Test
  void aliasesAreCopiesThatCanBeChangedAlone() {
    Table table = YamlReader.readMap("a: &x {b: 1}\nc: *x", OPTIONS);
    ((Table) table.get("a")).put("b", 2.0);
    assertThat(((Table) table.get("c")).get("b")).isEqualTo(1.0);
  }
}
