package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts in directories. */
class ChartDirectoryTest {

  @TempDir Path directory;

  private static List<String> names(List<ChartFile> files) {
    return files.stream().map(ChartFile::name).toList();
  }

  @Test
  void tellsFilesByTheirPaths() {
    Chart chart =
        ChartFolder.chartAt(directory)
            .with("values.yaml", "a: 1\n")
            .with("values.schema.json", "{}")
            .with("templates/b.yaml", "b")
            .with("templates/a/x.tpl", "x")
            .with("templates/NOTES.txt", "notes")
            .with("templates/.hidden", "h")
            .with("crds/crd.yaml", "crd")
            .with("files/logo.bin", new byte[] {0, (byte) 0xFF, 1})
            .with(".helmignore", "*.tmp\n")
            .with("x.tmp", "")
            .load();
    assertThat(chart.values().get("a")).isEqualTo(1.0);
    assertThat(chart.schema()).hasValueSatisfying(schema -> assertThat(schema).hasSize(2));
    assertThat(names(chart.templates()))
        .containsExactly("templates/NOTES.txt", "templates/a/x.tpl", "templates/b.yaml");
    assertThat(names(chart.files()))
        .containsExactly(".helmignore", "crds/crd.yaml", "files/logo.bin");
    assertThat(chart.files().get(2).data()).containsExactly(0, 0xFF, 1);
    assertThat(chart.files().get(2).text()).isEqualTo("\u0000\uDCFF\u0001");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAFile() {
    Chart chart =
        ChartFolder.at(directory)
            .with("Chart.yaml", "\uFEFF" + ChartFolder.CHART_YAML)
            .with("values.yaml", "\uFEFFa: 1")
            .with("templates/a.yaml", "\uFEFFx")
            .load();
    assertThat(chart.values().get("a")).isEqualTo(1.0);
    assertThat(chart.templates().get(0).text()).isEqualTo("x");
  }

  @Test
  void findsSubchartsToAnyDepth() {
    String inner = "apiVersion: v1\nname: inner\nversion: 2.0.0\n";
    Chart chart =
        ChartFolder.chartAt(directory)
            .with("charts/db/Chart.yaml", ChartFolder.CHART_YAML.replace("app", "db"))
            .with("charts/db/values.yaml", "a: {b: 1}")
            .with("charts/db/charts/inner/Chart.yaml", inner)
            .with("charts/db/charts/inner/requirements.yaml", "dependencies: []")
            .with("charts/_old/Chart.yaml", "not even YAML: [")
            .with("charts/.git/x", "")
            .with("charts/db-1.0.0.tgz.prov", "signature")
            .load();
    assertThat(chart.subcharts()).extracting(Chart::name).containsExactly("db");
    Chart db = chart.subcharts().get(0);
    assertThat(db.subcharts()).extracting(Chart::name).containsExactly("inner");
    assertThat(names(db.subcharts().get(0).files())).containsExactly("requirements.yaml");
    assertThat(names(chart.files())).containsExactly("charts/db-1.0.0.tgz.prov");
    assertThat(((Table) db.values().get("a")).positionOf("b"))
        .hasToString("charts/db/values.yaml:1:5");
  }

  @Test
  void valuesAreFrozen() {
    Chart chart = ChartFolder.chartAt(directory).with("values.yaml", "a: {b: 1}").load();
    Table a = (Table) chart.values().get("a");
    assertThatThrownBy(() -> a.put("b", 2.0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void followsLinksInsideTheChart() {
    Chart chart =
        ChartFolder.chartAt(directory)
            .with("shared/a.yaml", "a")
            .withLink("templates/a.yaml", "../shared/a.yaml")
            .withLink("templates/dir", "../shared")
            .load();
    assertThat(names(chart.templates()))
        .containsExactly("templates/a.yaml", "templates/dir/a.yaml");
  }

  @Test
  void refusesLinksThatLeadOut(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret"), "secret");
    ChartFolder chart = ChartFolder.chartAt(directory).withLink("files/x", secret.toString());
    assertThatThrownBy(chart::load)
        .isInstanceOf(PintleException.class)
        .hasMessageContaining("files/x leads out of the chart");
    assertThat(
            ChartLoader.standard()
                .linksWithin(elsewhere.getParent())
                .load(directory)
                .files()
                .get(0)
                .text())
        .isEqualTo("secret");
  }

  @Test
  void refusesADescriptionThatIsALinkLeadingOut(@TempDir Path elsewhere) throws IOException {
    Path other = Files.writeString(elsewhere.resolve("Chart.yaml"), ChartFolder.CHART_YAML);
    ChartFolder chart = ChartFolder.at(directory).withLink("Chart.yaml", other.toString());
    assertThatThrownBy(chart::load).hasMessageContaining("leads out of the chart");
  }

  @Test
  void aLinkThatIsIgnoredMayLeadAnywhere(@TempDir Path elsewhere) {
    Chart chart =
        ChartFolder.chartAt(directory)
            .with(".helmignore", "ci\n")
            .withLink("ci", elsewhere.toString())
            .load();
    assertThat(names(chart.files())).containsExactly(".helmignore");
  }

  @Test
  void linksThatLeadNowhereOrAroundAreErrors() {
    ChartFolder chart = ChartFolder.chartAt(directory).withLink("x", "missing/y");
    assertThatThrownBy(chart::load)
        .hasMessage(
            "error evaluating symlink %1$s/x: lstat %1$s/missing: no such file or directory",
            directory);
  }

  @Test
  void linksThatLeadAroundEndInAnError() {
    ChartFolder chart = ChartFolder.chartAt(directory).withLink("a/up", "..");
    assertThatThrownBy(chart::load)
        .hasMessageStartingWith("open " + directory + "/a/up/a/up")
        .hasMessageEndingWith("too many levels of symbolic links");
  }

  /** Reading a pipe that nobody writes to would never end. */
  @Test
  void pipesAreErrors() throws IOException, InterruptedException {
    ChartFolder.chartAt(directory);
    Path pipe = directory.resolve("pipe");
    Assumptions.assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "has pipes");
    assertThatThrownBy(() -> Chart.load(directory))
        .isInstanceOf(PintleException.class)
        .hasMessageStartingWith("cannot load irregular file ")
        .hasMessageEndingWith("pipe as it has file mode type bits set");
  }

  @Test
  void noChartIsAnError() {
    assertThatThrownBy(() -> Chart.load(directory))
        .hasMessage(
            "unable to detect chart at %1$s/Chart.yaml: open %1$s/Chart.yaml: no such file or"
                + " directory",
            directory);
    assertThatThrownBy(() -> Chart.load(directory.resolve("missing")))
        .hasMessage("stat %s/missing: no such file or directory", directory);
  }

  @Test
  void whatIsInChartsHasToBeAChart() {
    ChartFolder.chartAt(directory).with("charts/README.md", "read me");
    assertThatThrownBy(() -> Chart.load(directory))
        .hasMessage("error unpacking subchart README.md in app: Chart.yaml file is missing");
  }

  @Test
  void aFaultInASubchartIsToldWithItsPlace() {
    ChartFolder.chartAt(directory)
        .with("charts/db/Chart.yaml", ChartFolder.CHART_YAML.replace("app", "db"))
        .with("charts/db/values.yaml", "a:\n- b: [");
    PintleException e =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            PintleException.class, () -> Chart.load(directory));
    assertThat(e)
        .hasMessageStartingWith(
            "error unpacking subchart db in app: cannot load values.yaml: cannot unmarshal yaml"
                + " document: error converting YAML to JSON: yaml: line ");
    assertThat(e.diagnostics().get(0).position().file()).isEqualTo("charts/db/values.yaml");
  }

  private static ChartLoader loader(Limit limit, long number) {
    return ChartLoader.with(Limits.defaults().with(limit, number));
  }

  @Test
  void limitsHold() {
    ChartFolder.chartAt(directory).with("a", "x".repeat(2000)).with("b", "x".repeat(2000));
    assertThatThrownBy(() -> loader(Limit.FILE_BYTES, 1000).load(directory))
        .hasMessage("chart file \"a\" is larger than the maximum file size 1000");
    assertThatThrownBy(() -> loader(Limit.CHART_BYTES, 3000).load(directory))
        .hasMessage("decompressed chart is larger than the maximum size 3000");
    assertThatThrownBy(() -> loader(Limit.CHART_FILES, 2).load(directory))
        .hasMessage("chart has more than the maximum of 2 files");
  }

  @Test
  void nestingHasALimit() {
    ChartFolder folder = ChartFolder.chartAt(directory);
    String path = "";
    for (int i = 0; i < 4; i++) {
      path += "charts/s/";
      folder.with(path + "Chart.yaml", ChartFolder.CHART_YAML);
    }
    assertThatThrownBy(() -> loader(Limit.CHART_DEPTH, 4).load(directory))
        .hasMessageEndingWith("charts are nested deeper than the maximum of 4");
  }
}
