package dev.pintle.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What servers may answer that the one of {@code StatusTest} does not. */
class ResourceTablesTest {

  private static Table read(String json) {
    try {
      return (Table) JsonReader.read(json);
    } catch (JsonException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Table table(String columns, String rows) {
    return read(
        "{\"kind\": \"Table\", \"columnDefinitions\": ["
            + columns
            + "], \"rows\": ["
            + rows
            + "]}");
  }

  private static String text(Map<String, List<Table>> resources) {
    return new ResourceTables(Instant.parse("2026-01-02T00:00:00Z")).text(resources);
  }

  private static String text(Table... tables) {
    return text(Map.of("v1/Thing", Arrays.asList(tables)));
  }

  private static final String NAME = "{\"name\": \"Name\", \"priority\": 0}";
  private static final String SIZE = "{\"name\": \"Size\"}";

  @Test
  void cellsThatAreNoPlainText() {
    assertThat(
            text(
                table(
                    NAME + "," + SIZE + ", {\"name\": \"Wide\", \"priority\": 1}",
                    """
                    {"cells": ["one\\nand more", 1234567, "not shown"]},
                    {"cells": ["\\u001b[31m", 2.5e25, null, "without a column"]},
                    {"cells": [null, true]},
                    {"cells": ["short"]}\
                    """)))
        .isEqualTo(
            """
            ==> v1/Thing
            NAME     SIZE
            one...   1234567
            ^[[31m   2.5e+25
                     true
            short

            """);
  }

  @Test
  void headersAreNotRepeatedForTheSameColumns() {
    Map<String, List<Table>> resources = new LinkedHashMap<>();
    Table none = table(NAME, "");
    resources.put("v1/A", List.of(none, table(NAME, "{\"cells\": [\"a\"]}")));
    resources.put("v1/B", List.of(table(NAME, "{\"cells\": [\"b\"]}")));
    resources.put("v1/C", List.of(table(SIZE, "{\"cells\": [1]}"), none));
    resources.put("v1/D", List.of(table(NAME, "{\"cells\": [\"d\"]}")));
    assertThat(text(resources))
        .isEqualTo(
            "==> v1/A\nNAME\na\n\n==> v1/B\nb\n\n==> v1/C\nSIZE\n1\n\n==> v1/D\nNAME\nd\n\n");
  }

  @Test
  void objectsOfServersThatMakeNoTables() {
    Table old =
        read("{\"metadata\": {\"name\": \"a\", \"creationTimestamp\": \"2026-01-01T00:00:00Z\"}}");
    Table ageless = read("{\"metadata\": {\"name\": \"b\"}}");
    assertThat(text(old, ageless))
        .isEqualTo("==> v1/Thing\nNAME   AGE\na      24h\nb     <unknown>\n\n");
  }
}
