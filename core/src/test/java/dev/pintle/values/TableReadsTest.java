package dev.pintle.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a table is read, it can note it. */
class TableReadsTest {

  private static Table table() throws JsonException {
    return (Table) JsonReader.read("{\"a\": {\"b\": 1}, \"c\": 2}");
  }

  static Stream<Arguments> reads() {
    return Stream.of(
        read("size", Table::size, ""),
        read("position", table -> table.positionOf("a"), ""),
        read("get", table -> table.get("a"), "a"),
        read("slot", table -> table.slot("a"), "a"),
        read("containsKey", table -> table.containsKey("c"), "c"),
        read("absent", table -> table.get("x"), ""),
        read("get below", table -> ((Table) table.get("a")).get("b"), "a a.b"),
        read("sorted", Table::sorted, "a c"),
        read("slots", Table::slots, "a c"),
        read("keySet", table -> table.keySet().iterator(), "a c"),
        read("as", table -> table.as(GoType.VALUES), "a c"),
        read("through a view", table -> table.viewAs(GoType.VALUES).get("c"), "c"),
        read("deepCopy", Table::deepCopy, "a a.b c"),
        read("mergeIn", table -> new Table().mergeIn(table), "a c"),
        read("equals", table -> table.equals(new Table()), ""),
        read(
            "written as JSON",
            table -> {
              try {
                JsonWriter.write(table);
              } catch (JsonException e) {
                throw new IllegalStateException(e);
              }
            },
            "a a.b c"));
  }

  private static Arguments read(String name, Consumer<Table> read, String noted) {
    return Arguments.of(name, read, noted);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reads")
  void areNoted(String name, Consumer<Table> read, String noted) throws JsonException {
    Table table = table();
    Table inner = (Table) table.get("a");
    table.recordReads();
    read.accept(table);
    StringBuilder found = new StringBuilder();
    found.append(table.wasRead("a") ? "a " : "");
    found.append(inner.wasRead("b") ? "a.b " : "");
    found.append(table.wasRead("c") ? "c" : "");
    assertThat(found.toString().trim()).isEqualTo(noted);
  }

  @Test
  void areNotNotedUnlessAskedFor() throws JsonException {
    Table table = table();
    table.get("a");
    assertThat(table.wasRead("a")).isFalse();
  }

  @Test
  void ofACopyAreItsOwn() throws JsonException {
    Table table = table();
    table.recordReads();
    Table inner = (Table) table.get("a");
    ((Table) table.deepCopy().get("a")).get("b");
    assertThat(inner.wasRead("b")).as("copying reads").isTrue();
    assertThat(table.deepCopy().wasRead("a")).isFalse();
  }
}
