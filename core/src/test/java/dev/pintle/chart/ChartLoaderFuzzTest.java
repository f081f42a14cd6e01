package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a directory or an archive holds: a chart within the limits comes out of it whose files
 * are all its own, or one kind of exception that says what is wrong, and where.
 */
class ChartLoaderFuzzTest {

  private static final Limits LIMITS =
      Limits.defaults()
          .with(Limit.FILE_BYTES, 1 << 16)
          .with(Limit.CHART_BYTES, 1 << 18)
          .with(Limit.CHART_FILES, 100)
          .with(Limit.CHART_DEPTH, 8);
  private static final ChartLoader LOADER = ChartLoader.with(LIMITS);
  private static final Pattern FILE_START = Pattern.compile("(?m)^== ");
  private static final String LINK = " -> ";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Charts as text: a line with a path or a link for each file, then its content. */
  static Stream<byte[]> trees() {
    String chart = "== Chart.yaml\n" + ChartFolder.CHART_YAML;
    return Stream.of(
            chart + "== values.yaml\na: {b: [1]}\n== templates/x.yaml\na: {{ .Values.a }}\n",
            chart
                + "== charts/b/Chart.yaml\napiVersion: v1\nname: b\nversion: 2.0.0\n"
                + "== charts/b/values.yaml\nglobal: {}\n== charts/b/requirements.yaml\n"
                + "dependencies:\n- {name: c, version: 1.x, repository: 'file://../c'}\n",
            chart + "== .helmignore\n*.txt\n!keep.txt\n/dir/\n== a.txt\nx== dir/b\n== keep.txt\n",
            chart + "== templates/l -> ../values.yaml\n== values.yaml\n== out -> /etc/passwd\n",
            chart + "== up -> ..\n== here -> .\n== templates/gone -> nothing\n",
            chart + "== charts/b.tgz\nno archive\n== charts/_c/x\n== charts/README.md\n",
            chart + "== values.schema.json\n{}\n== crds/a.yaml\nkind: A\n== Chart.lock\n- 1\n",
            "== values.yaml\na: 1\n")
        .map(ChartLoaderFuzzTest::bytes);
  }

  @MethodSource("trees")
  @FuzzTest
  void readsAnyDirectory(byte[] data) throws IOException {
    String[] files = FILE_START.split(GoStrings.fromBytes(data), 60);
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path chart = Files.createDirectory(memory.getPath("/app"));
      TarArchive archive = new TarArchive();
      for (String file : files) {
        int lineEnd = file.indexOf('\n');
        if (lineEnd > 0) {
          add(chart, archive, file.substring(0, lineEnd), file.substring(lineEnd + 1));
        }
      }
      loadOrRefuse(() -> LOADER.load(chart));
      loadOrRefuse(() -> LOADER.linksWithin(memory.getPath("/")).load(chart));
      loadOrRefuse(() -> LOADER.loadArchive(archive.packed(), "app.tgz"));
    }
  }

  private static void add(Path chart, TarArchive archive, String line, String text) {
    int arrow = line.indexOf(LINK);
    String name = arrow < 0 ? line : line.substring(0, arrow);
    byte[] content = GoStrings.toBytes(text);
    if (name.length() < 90) {
      archive.with("app/" + name, content);
    }
    try {
      Path file = chart.resolve(name);
      Files.createDirectories(file.getParent());
      if (arrow < 0) {
        Files.write(file, content);
      } else {
        Files.createSymbolicLink(file, chart.getFileSystem().getPath(line.substring(arrow + 4)));
      }
    } catch (InvalidPathException | IOException noSuchFileCanBe) {
      assertThat(noSuchFileCanBe)
          .isInstanceOfAny(InvalidPathException.class, FileSystemException.class);
    }
  }

  /** Archives before they are packed, and one packed twice. */
  static Stream<byte[]> archives() {
    TarArchive chart = TarArchive.ofChart().with("app/values.yaml", "a: 1\n");
    return Stream.of(
        chart.unfinished(),
        TarArchive.gzip(chart.packed()),
        TarArchive.ofChart().withLink("app/l", '2', "../../x").unfinished(),
        TarArchive.ofChart().withLink("app/l", '1', "app/Chart.yaml").unfinished(),
        TarArchive.ofChart().with("/etc/x", "x").with("../y", "y").unfinished(),
        TarArchive.ofChart().entry("app/big", '0', "", 1L << 33, new byte[3]).unfinished(),
        TarArchive.ofChart().with("app/charts/b.tgz", chart.packed()).unfinished(),
        new TarArchive()
            .entry("pax", 'x', "", 30, bytes("30 path=app/Chart.yaml\n7 a=b\n"))
            .with("x", ChartFolder.CHART_YAML)
            .unfinished(),
        new TarArchive()
            .entry("././@LongLink", 'L', "", 15, bytes("app/Chart.yaml\0"))
            .with("x", ChartFolder.CHART_YAML)
            .unfinished());
  }

  @MethodSource("archives")
  @FuzzTest
  void unpacksAnyArchive(byte[] data) {
    boolean packed = data.length > 1 && data[0] == 0x1F && (data[1] & 0xFF) == 0x8B;
    byte[] archive = packed ? data : TarArchive.gzip(data);
    loadOrRefuse(() -> LOADER.loadArchive(archive, "app.tgz"));
  }

  /** Files that say something of a chart. */
  static Stream<byte[]> descriptions() {
    return Stream.of(
            ChartFolder.CHART_YAML,
            """
            apiVersion: v2
            name: app
            version: 1.2.3-rc.1+build
            appVersion: "1"
            kubeVersion: ">=1.20 <2 || ~1.19"
            type: library
            deprecated: true
            home: https://example.org
            icon: x
            sources: [a, b]
            keywords: [c]
            annotations: {d: e}
            maintainers:
            - {name: f, email: g, url: h}
            dependencies:
            - name: b
              version: ^1
              repository: "@r"
              alias: c
              condition: c.enabled,global.c
              tags: [t]
              enabled: true
              import-values: [data, {child: a, parent: b}]
            """,
            "generated: 2020-01-01T00:00:00Z\ndigest: x\ndependencies: [{name: b}]\n",
            "apiVersion: v1\nname: [a]\nversion: {}\n",
            "apiVersion: v3\nname: ../x\nversion: latest\ndependencies: [null, 1]\n",
            "APIVERSION: v2\nNaMe: a\nVERSION: 1\nmaintainers: [null]\n")
        .map(ChartLoaderFuzzTest::bytes);
  }

  @MethodSource("descriptions")
  @FuzzTest
  void takesAnyDescription(byte[] data) {
    byte[] described = new TarArchive().with("app/Chart.yaml", data).packed();
    loadOrRefuse(() -> LOADER.loadArchive(described, "app.tgz"));
    for (String file : List.of("requirements.yaml", "requirements.lock", "Chart.lock")) {
      byte[] older =
          new TarArchive()
              .with("app/Chart.yaml", "name: app\nversion: 1.0.0\n")
              .with("app/" + file, data)
              .packed();
      loadOrRefuse(() -> LOADER.loadArchive(older, "app.tgz"));
    }
  }

  private static void loadOrRefuse(Supplier<Chart> load) {
    Chart chart;
    try {
      chart = load.get();
    } catch (PintleException e) {
      assertThat(e.getMessage()).isNotBlank();
      assertThat(e.diagnostics()).hasSize(1);
      Diagnostic finding = e.diagnostics().get(0);
      assertThat(finding.message()).isNotBlank();
      assertThat(finding.position()).isNotNull();
      assertThat(finding.position().line()).isNotNegative();
      return;
    }
    assertThat(files(chart).mapToLong(file -> file.data().length).sum())
        .isLessThanOrEqualTo(LIMITS.of(Limit.CHART_BYTES));
    files(chart)
        .forEach(
            file ->
                assertThat("/" + file.name() + "/")
                    .as("path in the chart")
                    .doesNotContain("/../")
                    .doesNotStartWith("//"));
  }

  private static Stream<ChartFile> files(Chart chart) {
    return Stream.concat(
        Stream.of(chart.templates(), chart.files()).flatMap(Collection::stream),
        chart.subcharts().stream().flatMap(ChartLoaderFuzzTest::files));
  }
}
