package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts in archives, good and hostile. */
class ChartArchiveTest {

  private static List<String> names(byte[] archive) {
    return ChartArchive.read(archive, "app.tgz", new LoadBudget(Limits.defaults())).stream()
        .map(ChartFile::name)
        .toList();
  }

  private static byte[] withEntry(String name) {
    return TarArchive.ofChart().with(name, "x").packed();
  }

  @Test
  void loadsAChartWithChartsInIt() {
    byte[] db = TarArchive.ofChart().with("app/values.yaml", "a: 1").packed();
    byte[] archive =
        TarArchive.ofChart()
            .with("app/templates/z.yaml", "z")
            .with("app/templates/a.yaml", "\uFEFFa")
            .with("app/charts/db-1.0.0.tgz", db)
            .packed();
    Chart chart = ChartLoader.standard().loadArchive(archive, "app.tgz");
    assertThat(chart.templates())
        .extracting(ChartFile::name)
        .containsExactly("templates/z.yaml", "templates/a.yaml");
    assertThat(chart.templates().get(1).text()).isEqualTo("a");
    assertThat(chart.subcharts().get(0).values().positionOf("a"))
        .hasToString("charts/db-1.0.0.tgz/values.yaml:1:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
        app/a/b            ; a/b
        other/a            ; a
        app/./a//b/../c    ; a/c
        app\\templates\\a  ; templates/a
        app/..a            ; ! chart illegally references parent directory
        app/../../etc      ; ! chart illegally references parent directory
        app/a/../../etc    ; ! chart illegally references parent directory
        ../app/etc         ; ! chart illegally references parent directory
        app//etc           ; ! chart illegally contains absolute paths
        /etc/passwd        ; ! chart illegally contains absolute paths
        app/c:/x           ; ! chart contains illegally named files
        app/.              ; ! chart illegally contains content outside the base directory: "app/."
        file               ; ! chart illegally contains content outside the base directory: "file"
        Chart.yaml/a       ; ! chart yaml not in base directory
        """)
  void namesStayInTheChart(String name, String expected) {
    byte[] archive = withEntry(name);
    if (expected.startsWith("! ")) {
      assertThatThrownBy(() -> names(archive)).hasMessage(expected.substring(2));
      assertThatThrownBy(() -> ChartLoader.standard().loadArchive(archive, "app.tgz"))
          .isInstanceOf(PintleException.class);
    } else {
      assertThat(names(archive)).containsExactly("Chart.yaml", expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "app/templates/a, 2, b, ok",
    "app/templates/a, 2, ../values.yaml, ok",
    "app/templates/a, 2, ../../x, out",
    "app/a, 2, /etc/passwd, out",
    "app/a, 1, app/b, ok",
    "app/a, 1, ../x, out",
    "app/a, 3, '', device",
    "app/a, 4, '', device",
    "app/a, 6, '', device",
  })
  void linksAreEmptyFilesOrRefused(String name, char type, String target, String verdict) {
    byte[] archive = TarArchive.ofChart().withLink(name, type, target).packed();
    switch (verdict) {
      case "ok" -> assertThat(names(archive)).hasSize(2);
      case "out" ->
          assertThatThrownBy(() -> names(archive))
              .hasMessage("link in chart archive leads out of the chart: " + target);
      default ->
          assertThatThrownBy(() -> names(archive))
              .hasMessage("chart archive holds a device: " + name);
    }
  }

  @Test
  void longNamesAreReadInBothNotations() {
    String name = "app/" + "d/".repeat(80) + "file";
    byte[] nameBytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] gnu =
        TarArchive.ofChart()
            .entry("././@LongLink", 'L', "", nameBytes.length, nameBytes)
            .with("app/short", "x")
            .packed();
    assertThat(names(gnu)).containsExactly("Chart.yaml", name.substring(4));
    String record = " path=" + name + "\n";
    byte[] pax = (record.length() + 3 + record).getBytes(StandardCharsets.UTF_8);
    byte[] posix =
        TarArchive.ofChart().entry("pax", 'x', "", pax.length, pax).with("app/short", "x").packed();
    assertThat(names(posix)).containsExactly("Chart.yaml", name.substring(4));
  }

  @Test
  void damagedArchivesAreErrors() {
    byte[] good = withEntry("app/a");
    assertThatThrownBy(() -> names(Arrays.copyOf(good, good.length / 2)))
        .hasMessage("unexpected EOF");
    assertThatThrownBy(() -> names(new byte[0])).hasMessage("EOF");
    assertThatThrownBy(() -> names("no archive at all".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("gzip: invalid header");
    assertThatThrownBy(() -> names(TarArchive.gzip(new byte[2048])))
        .hasMessage("no files in chart archive");
    byte[] noise = new byte[1024];
    Arrays.fill(noise, (byte) 'x');
    assertThatThrownBy(() -> names(TarArchive.gzip(noise)))
        .hasMessage("archive/tar: invalid tar header");
    byte[] shortContent =
        TarArchive.gzip(new TarArchive().entry("app/a", '0', "", 9999, new byte[10]).unfinished());
    assertThatThrownBy(() -> names(shortContent)).hasMessage("unexpected EOF");
  }

  @Test
  void anArchiveMayEndWithoutItsEnd() {
    assertThat(names(TarArchive.gzip(TarArchive.ofChart().unfinished())))
        .containsExactly("Chart.yaml");
  }

  @Test
  void largeFilesAreRefusedByTheirHeader() {
    byte[] archive =
        TarArchive.gzip(
            TarArchive.ofChart().entry("app/big", '0', "", 6L << 20, new byte[0]).unfinished());
    assertThatThrownBy(() -> names(archive))
        .hasMessage(
            "decompressed chart file \"app/big\" is larger than the maximum file size 5242880");
    byte[] larger =
        TarArchive.gzip(
            TarArchive.ofChart().entry("app/big", '0', "", 101L << 20, new byte[0]).unfinished());
    assertThatThrownBy(() -> names(larger))
        .hasMessage("decompressed chart is larger than the maximum size 104857600");
  }

  @Test
  void bombsAreRefused() {
    byte[] bomb = TarArchive.ofChart().with("app/zeros", new byte[4 << 20]).packed();
    assertThat(bomb.length).isLessThan(10_000);
    assertThatThrownBy(() -> names(bomb))
        .hasMessage("chart archive unpacks to more than 200 times its size");
    byte[] longName =
        TarArchive.ofChart().entry("long", 'L', "", 2 << 20, new byte[2 << 20]).packed();
    assertThatThrownBy(() -> names(longName)).hasMessage("archive/tar: header field too long");
  }

  @Test
  void bombsInBombsShareOneBudget() {
    byte[] inner = TarArchive.ofChart().with("app/a", "x".repeat(3000)).packed();
    TarArchive outer = TarArchive.ofChart();
    for (int i = 0; i < 20; i++) {
      outer.with("app/charts/s" + i + ".tgz", inner);
    }
    ChartLoader loader = ChartLoader.with(Limits.defaults().with(Limit.CHART_BYTES, 30_000));
    assertThatThrownBy(() -> loader.loadArchive(outer.packed(), "app.tgz"))
        .hasMessageContaining("decompressed chart is larger than the maximum size 30000");
  }

  @Test
  void theFileHasToBeAnArchive(@TempDir Path directory) throws IOException {
    Path yaml = Files.writeString(directory.resolve("values.yaml"), "a: 1\n");
    assertThatThrownBy(() -> Chart.load(yaml))
        .hasMessage("file '%s' seems to be a YAML file, but expected a gzipped archive", yaml);
    Path text = Files.writeString(directory.resolve("text"), "x ".repeat(300));
    assertThatThrownBy(() -> Chart.load(text))
        .hasMessage(
            "file '%s' does not appear to be a gzipped archive; got 'text/plain; charset=utf-8'",
            text);
    Path zip = Files.writeString(directory.resolve("zip"), "PK\u0003\u0004");
    assertThatThrownBy(() -> Chart.load(zip))
        .hasMessage(
            "file '%s' does not appear to be a gzipped archive; got 'application/zip'", zip);
  }

  @Test
  void helmKeepsToItselfWhatIsWrongWithAnArchiveButTheFindingDoesNot(@TempDir Path directory)
      throws IOException {
    Path file = Files.write(directory.resolve("app.tgz"), withEntry("app/../../x"));
    PintleException e = catchThrowableOfType(PintleException.class, () -> Chart.load(file));
    assertThat(e).hasMessage("unable to load chart archive");
    Diagnostic finding = e.diagnostics().get(0);
    assertThat(finding.kind()).isEqualTo(Diagnostic.Kind.ARCHIVE);
    assertThat(finding.message()).isEqualTo("chart illegally references parent directory");
  }

  @Test
  void anArchiveWithoutADescriptionIsNoChart() {
    byte[] archive = new TarArchive().with("app/a", "x").packed();
    assertThatThrownBy(() -> ChartLoader.standard().loadArchive(archive, "app.tgz"))
        .hasMessage("unable to detect chart version, no Chart.yaml found");
  }
}
