package dev.pintle.render.compose;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.chart.Chart;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that are small on disk and would be large, or deep, when put together. */
class CompositionLimitsTest {

  @TempDir Path directory;

  private void chart(String path, String name, String dependencies, String values)
      throws IOException {
    Path chart = Files.createDirectories(directory.resolve(path));
    Files.writeString(
        chart.resolve("Chart.yaml"),
        "apiVersion: v2\nname: " + name + "\nversion: 1.0.0\n" + dependencies);
    Files.writeString(chart.resolve("values.yaml"), values);
  }

  private static String aliases(String chart, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "- {name: " + chart + ", version: 1.x, alias: " + chart + i + "}\n")
        .collect(Collectors.joining("", "dependencies:\n", ""));
  }

  private void assertRefused(Limits limits, String message) {
    Chart chart = Chart.load(directory);
    assertThatThrownBy(() -> Composer.compose(chart, new Table(), new Budget(limits, "a test")))
        .isInstanceOf(LimitException.class)
        .hasMessage(message);
  }

  @Test
  void aliasesOfAliasesCannotMultiplyCharts() throws IOException {
    chart("", "a", aliases("b", 900), "");
    chart("charts/b", "b", aliases("c", 900), "");
    chart("charts/b/charts/c", "c", aliases("d", 900), "");
    chart("charts/b/charts/c/charts/d", "d", "", "");
    assertRefused(Limits.defaults(), "the release would have more than 20000 charts");
  }

  @Test
  void aChartCannotDeclareAnyNumberOfDependencies() throws IOException {
    chart("", "a", aliases("b", 101), "");
    chart("charts/b", "b", "", "");
    assertRefused(Limits.forStrangers(), "a chart declares more than 100 dependencies");
  }

  @Test
  void aliasesCannotMultiplyValues() throws IOException {
    String values =
        IntStream.range(0, 6000)
            .mapToObj(i -> "k" + i + ": 1\n")
            .collect(Collectors.joining("", "table:\n  ", ""))
            .replace("1\nk", "1\n  k");
    chart("", "a", aliases("b", 100), "");
    chart("charts/b", "b", "", values);
    assertRefused(
        Limits.forStrangers(), "coalescing the values would copy more than 500000 of them");
  }

  @Test
  void importsCannotNestValuesAnyDeep() throws IOException {
    String parent = "x" + ".x".repeat(400);
    String dependency =
        "dependencies:\n- {name: %s, version: 1.x, import-values: [{child: x, parent: %s}]}\n";
    chart("", "a", dependency.formatted("b", parent), "");
    chart("charts/b", "b", dependency.formatted("c", parent), "");
    chart("charts/b/charts/c", "c", "", "x: {y: 1}");
    assertRefused(Limits.defaults(), "imported values are nested deeper than the limit of 500");
  }

  @Test
  void theWayToAnImportCannotBeAnyLong() throws IOException {
    String dependency =
        "dependencies:\n- {name: b, version: 1.x, import-values: [{child: x, parent: %s}]}\n";
    chart("", "a", dependency.formatted("x" + ".x".repeat(100_000)), "");
    chart("charts/b", "b", "", "x: {y: 1}");
    assertRefused(Limits.defaults(), "import-values has a path of more than 500 keys");
  }
}
