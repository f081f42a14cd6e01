package dev.pintle.render.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import dev.pintle.values.input.SetFlag;
import dev.pintle.values.input.UserValues;
import dev.pintle.values.input.ValuesText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which charts a release has, and with which values. What the cases expect was made by Helm; with
 * {@code -Dpintle.rewrite=true} it is made anew by the {@code helm} on the path.
 */
class ComposerTest {

  private static Budget budget() {
    return new Budget(Limits.defaults(), "a test");
  }

  private static final Path CASES = Path.of("src/test/resources/dev/pintle/render/compose");

  @TempDir Path directory;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(f -> f.getFileName().toString().replace(".case", "")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void composesAsHelmDoes(String name) throws IOException, InterruptedException {
    Path file = CASES.resolve(name + ".case");
    if (Boolean.getBoolean("pintle.rewrite")) {
      ComposeCase.read(file).rewrite(Files.createDirectory(directory.resolve("helm")));
    }
    ComposeCase given = ComposeCase.read(file);
    assertThat(given.expected()).isNotEmpty();
    assertThat(composed(given)).isEqualTo(given.expected());
  }

  private String composed(ComposeCase given) throws IOException {
    try {
      TreeSet<String> lines = new TreeSet<>();
      collect(compose(given).root(), lines);
      return String.join("", lines);
    } catch (PintleException e) {
      return "Error: " + e.getMessage() + "\n";
    }
  }

  private Composition compose(ComposeCase given) throws IOException {
    given.writeChart(directory.resolve("chart"));
    Chart chart = Chart.load(directory.resolve("chart"));
    Installable.check(chart);
    byte[] userValues = given.userValues().getBytes(StandardCharsets.UTF_8);
    UserValues values = new UserValues().table(ValuesText.read(userValues, "user.yaml", budget()));
    given.sets().forEach(set -> values.flag(SetFlag.SET, set));
    return Composer.compose(
        chart, values.merge((name, within) -> new byte[0], Limits.defaults()), budget());
  }

  private static void collect(ComposedChart chart, TreeSet<String> lines) {
    try {
      lines.add(chart.path() + " " + JsonWriter.write(chart.values()) + "\n");
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
    chart.dependencies().forEach(dependency -> collect(dependency, lines));
  }

  private Composition compose(String name) throws IOException {
    return compose(ComposeCase.read(CASES.resolve(name + ".case")));
  }

  @Test
  void aSubchartsValuesAreAPartOfItsParents() throws IOException {
    ComposedChart root = compose("globals").root();
    Table values = root.dependencies().get(0).values();
    assertThat(values.sharesEntriesWith((Table) root.values().get("a"))).isTrue();
    assertThat(values.type()).isEqualTo(GoType.VALUES);
    assertThat(root.values().type()).isEqualTo(GoType.VALUES);
    assertThat(((Table) root.values().get("a")).type()).isEqualTo(GoType.MAP);
  }

  @Test
  void tablesUnderGlobalAreCopiedAtTheTopAndSharedBelow() throws IOException {
    ComposedChart root = compose("globals").root();
    Table above = (Table) root.values().get("global");
    Table below = (Table) root.dependencies().get(0).values().get("global");
    Table tableAbove = (Table) above.get("table");
    Table tableBelow = (Table) below.get("table");
    assertThat(above.sharesEntriesWith(below)).isFalse();
    assertThat(tableAbove.sharesEntriesWith(tableBelow)).isFalse();
    assertThat(((Table) tableAbove.get("deep")).sharesEntriesWith((Table) tableBelow.get("deep")))
        .isTrue();
  }

  @Test
  void eachCompositionHasValuesOfItsOwn() throws IOException {
    given("a: {b: 1}");
    Chart chart = Chart.load(directory.resolve("chart"));
    Table first = Composer.compose(chart, new Table(), budget()).root().values();
    ((Table) first.get("a")).put("b", "changed");
    Table second = Composer.compose(chart, new Table(), budget()).root().values();
    assertThat(((Table) second.get("a")).get("b")).isEqualTo(1.0);
  }

  @Test
  void theUsersValuesAreNotChanged() throws IOException {
    given("a: {b: 1}");
    Table user = new Table();
    user.put("a", new Table());
    user.freeze();
    Chart chart = Chart.load(directory.resolve("chart"));
    assertThat(Composer.compose(chart, user, budget()).root().values().get("a"))
        .isEqualTo(chart.values().get("a"));
  }

  @Test
  void valuesKeepThePlaceTheyCameFrom() throws IOException {
    Table values = compose("types").root().values();
    Table table = (Table) values.get("table");
    assertThat(table.positionOf("a")).hasToString("values.yaml:1:9");
    assertThat(((Table) table.get("b")).positionOf("d")).hasToString("user.yaml:1:13");
    assertThat(values.positionOf("scalar")).hasToString("user.yaml:3:1");
  }

  @Test
  void aliasesAndEnabledDependenciesShowInTheDescription() throws IOException {
    ComposedChart root = compose("aliases").root();
    assertThat(root.metadata().dependencies())
        .extracting(d -> d.name() + " " + d.enabled())
        .containsExactly("users true", "orders true", "db true");
    assertThat(root.dependencies())
        .extracting(ComposedChart::path)
        .containsExactly("app/charts/users", "app/charts/orders", "app/charts/db");
    assertThat(root.dependencies().get(0).chart().name()).isEqualTo("db");
  }

  @Test
  void whatHelmLogsIsAWarningSaidOnce() throws IOException {
    assertThat(compose("conditions").warnings())
        .extracting(Diagnostic::message, Diagnostic::note)
        .containsExactly(tuple("returned non-bool value", "path=b.text chart=b"));
    assertThat(compose("import-values").warnings())
        .extracting(Diagnostic::message, Diagnostic::note)
        .containsExactly(
            tuple("ImportValues missing table", "error=\"\\\"nothing\\\" is not a table\""));
  }

  private void given(String values) throws IOException {
    Path chart = Files.createDirectory(directory.resolve("chart"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    Files.writeString(chart.resolve("values.yaml"), values);
  }
}
