package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.schema.JsonSchemaValuesValidator;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The product's chart says of all its values, in its README and its schema, what they are. */
class RemlaChartTest {

  private static final Path DIRECTORY = Path.of("../charts/remla-all");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([\\w.]+)` \\| \\w+ \\| (?:`(.*?)`|see `values.yaml`) \\| .+ \\|$");

  private final Chart chart = Chart.load(DIRECTORY);

  /** Each value's default as the README has it, null for one that it does not repeat. */
  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (MatchResult row :
        ROW.matcher(Files.readString(DIRECTORY.resolve("README.md"))).results().toList()) {
      assertThat(rows).doesNotContainKey(row.group(1));
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  /** The values that are no maps, or empty ones. */
  private static List<List<String>> leaves(Table values) {
    List<List<String>> leaves = new ArrayList<>();
    collect(values, List.of(), leaves);
    return leaves;
  }

  private static void collect(Table values, List<String> path, List<List<String>> leaves) {
    for (Table.Slot slot : values.sorted()) {
      List<String> inner = new ArrayList<>(path);
      inner.add(slot.getKey());
      if (slot.getValue() instanceof Table table && !table.isEmpty()) {
        collect(table, inner, leaves);
      } else {
        leaves.add(inner);
      }
    }
  }

  @Test
  void readmeHasARowForEveryValue() throws IOException {
    Map<String, String> rows = rows();
    assertThat(leaves(chart.values()))
        .hasSizeGreaterThan(200)
        .allSatisfy(
            path ->
                assertThat(rows.keySet())
                    .anyMatch(row -> (String.join(".", path) + ".").startsWith(row + ".")));
  }

  @Test
  void readmeHasTheDefaultsOfTheValues() throws IOException, JsonException {
    for (Map.Entry<String, String> row : rows().entrySet()) {
      Object value = chart.values();
      for (String key : row.getKey().split("\\.")) {
        assertThat((Table) value).as(row.getKey()).containsKey(key);
        value = ((Table) value).get(key);
      }
      if (row.getValue() != null) {
        assertThat(value).as(row.getKey()).isEqualTo(JsonReader.read(row.getValue()));
      }
    }
  }

  @Test
  void schemaDescribesEveryValue() {
    Predicate<List<String>> described =
        new JsonSchemaValuesValidator()
            .describedBy(chart.schema().orElseThrow(), new Budget(Limits.defaults(), "the schema"));
    assertThat(leaves(chart.values())).allMatch(described);
    assertThat(described.test(List.of("app", "imagee", "tag"))).isFalse();
  }
}
