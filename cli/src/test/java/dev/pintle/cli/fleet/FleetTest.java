package dev.pintle.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pintle.cli.CommandRun;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Limits;
import dev.pintle.render.Pintle;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {

  @TempDir Path directory;

  @BeforeEach
  void writeCharts() throws IOException {
    write("charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 0.1.0\n");
    write("charts/app/values.yaml", "a: 1\nb: 1\n");
    write(
        "charts/app/templates/a.yaml",
        """
        kind: ConfigMap
        release: {{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.IsUpgrade }}
        values: {{ .Values.a }} {{ .Values.b }}
        kube: {{ .Capabilities.KubeVersion.Version }} {{ .Capabilities.APIVersions.Has "x/v1" }}
        ---
        kind: Pod
        metadata: {annotations: {helm.sh/hook: test}}
        """);
    write("charts/app/crds/crd.yaml", "kind: CustomResourceDefinition\n");
    write("charts/bad/Chart.yaml", "apiVersion: v2\nname: bad\nversion: 0.1.0\n");
    write("charts/bad/templates/a.yaml", "a: {{ .Values.image.tag }}\n");
    write("env/prod.yaml", "b: prod\n");
  }

  @Test
  void everyReleaseIsTried() throws IOException {
    write(
        "env/fleet.yaml",
        """
        releases:
        - {name: one, chart: ../charts/app}
        - {name: broken, chart: ../charts/bad}
        - {name: lost, chart: ../charts/none}
        - {name: one, id: second, chart: ../charts/app}
        """);
    CommandRun run = render();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).matches("4 releases: 2 rendered, 2 failed, in [0-9.]+ s\n");
    assertThat(run.out()).isEmpty();
    assertThat(written())
        .containsExactly("broken.err", "lost.err", "one.yaml", "report.json", "second.yaml");
    assertThat(out("one.yaml")).isEqualTo(template("one"));
    assertThat(out("second.yaml")).isEqualTo(template("one"));
    assertThat(out("broken.err"))
        .isEqualTo(CommandRun.of("template", "broken", chart("bad")).err());
    assertThat(out("lost.err")).startsWith("Error: ").contains("charts/none");
  }

  @Test
  void theReportSaysHowEachReleaseWent() throws IOException {
    write(
        "env/fleet.json",
        """
        {"releases": [
          {"name": "one", "chart": "../charts/app"},
          {"name": "two", "chart": "../charts/app"},
          {"name": "broken", "chart": "../charts/bad"}
        ]}
        """);
    CommandRun.of("fleet", "render", env("fleet.json"), "--output-dir", outDir(), "--jobs", "1");
    List<Table> report = report();
    assertThat(report)
        .extracting(release -> release.get("id"))
        .containsExactly("one", "two", "broken");
    assertThat(report)
        .extracting(release -> release.get("status"))
        .containsExactly("rendered", "rendered", "failed");
    assertThat(report)
        .extracting(release -> (Double) release.get("bytes"))
        .containsExactly(size("one.yaml"), size("two.yaml"), size("broken.err"));
    assertThat(report).extracting(FleetTest::loadMillis).element(0).matches(millis -> millis > 0);
    assertThat(report).extracting(FleetTest::loadMillis).element(1).isEqualTo(0.0);
    assertThat(report)
        .extracting(release -> (Double) release.get("renderMillis"))
        .allMatch(millis -> millis > 0);
  }

  private static Double loadMillis(Table release) {
    return (Double) release.get("loadMillis");
  }

  @Test
  void aReleaseSaysAllThatFlagsSay() throws IOException {
    write(
        "env/fleet.yaml",
        """
        releases:
        - name: full
          chart: ../charts/app
          namespace: ns
          values: [prod.yaml]
          set: [a=set]
          kubeVersion: "1.29.1"
          apiVersions: [x/v1]
          includeCrds: true
          isUpgrade: true
          skipTests: true
        """);
    assertThat(render().status()).isZero();
    assertThat(out("full.yaml"))
        .isEqualTo(
            template(
                "full",
                "--namespace=ns",
                "--values=" + env("prod.yaml"),
                "--set=a=set",
                "--kube-version=1.29.1",
                "--api-versions=x/v1",
                "--include-crds",
                "--is-upgrade",
                "--skip-tests"))
        .contains("CustomResourceDefinition", "full ns true", "set prod", "v1.29.1 true")
        .doesNotContain("Pod");
  }

  @Test
  void whatAnEarlierRunLeftOfAReleaseIsReplaced() throws IOException {
    write("env/fleet.yaml", "releases: [{name: x, chart: ../charts/app}]\n");
    render();
    write("env/fleet.yaml", "releases: [{name: x, chart: ../charts/bad}]\n");
    render();
    assertThat(written()).containsExactly("report.json", "x.err");
    write("env/fleet.yaml", "releases: [{name: x, chart: ../charts/app}]\n");
    render();
    assertThat(written()).containsExactly("report.json", "x.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "../x", "/tmp/x", "a/b", "a\\\\b", "a\\0"})
  void anIdStaysInTheDirectory(String id) throws IOException {
    write("env/fleet.yaml", "releases: [{name: x, id: \"" + id + "\", chart: ../charts/app}]\n");
    CommandRun run = render();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("the id of a release is the name of a file, not ");
  }

  @Test
  void withASeedAndATimeTwoRunsWriteTheSame() throws IOException {
    write("charts/app/templates/b.yaml", "b: {{ randAlphaNum 20 }} {{ uuidv4 }} {{ now }}\n");
    write("env/fleet.yaml", "releases: [{name: x, chart: ../charts/app}]\n");
    String[] flags = {"--seed=1", "--now=2026-01-01T00:00:00Z"};
    assertThat(render(flags).status()).isZero();
    String first = out("x.yaml");
    render(flags);
    assertThat(out("x.yaml")).isEqualTo(first).isEqualTo(template("x", flags)).contains("2026-01");
    render("--seed=2", flags[1]);
    assertThat(out("x.yaml")).isNotEqualTo(first);
  }

  @Test
  void lookupsAreAnsweredFromADirectory() throws IOException {
    write("charts/app/templates/b.yaml", "b: {{ (lookup `v1` `Secret` `ns` `s`).data.key }}\n");
    write(
        "cluster/s.yaml",
        "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: ns}, data: {key: found}}");
    write("env/fleet.yaml", "releases: [{name: x, chart: ../charts/app}]\n");
    render("--lookup-from", directory.resolve("cluster").toString());
    assertThat(out("x.yaml")).contains("b: found");
  }

  @Test
  void warningsAreWrittenBesideTheManifestIfAskedFor() throws IOException {
    write("charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 0.1.0\ndeprecated: true\n");
    write("env/fleet.yaml", "releases: [{name: x, chart: ../charts/app, set: [c=1]}]\n");
    render("--warn");
    assertThat(out("x.warn"))
        .isEqualTo(CommandRun.of("template", "x", chart("app"), "--set=c=1", "--warn").err())
        .isEqualTo(
            "level=WARN msg=\"this chart is deprecated\"\n"
                + "Warning: --set: no template and no schema knows `c`\n");
    render();
    assertThat(written()).containsExactly("report.json", "x.yaml");
  }

  /** An engine for files that use up all memory: always, or the first time they are rendered. */
  private static final class Glutton implements TemplateEngine {
    private final AtomicInteger meals = new AtomicInteger();

    @Override
    public String name() {
      return "glutton";
    }

    @Override
    public boolean handles(String templateName) {
      return templateName.endsWith(".oom");
    }

    @Override
    public TemplateSet compile(List<TemplateSource> templates) {
      return execution ->
          (name, context) -> {
            if (name.endsWith("always.oom") || meals.getAndIncrement() == 0) {
              throw new OutOfMemoryError("Java heap space");
            }
            return "fine: true\n";
          };
    }
  }

  @Test
  void whatNeedsTooMuchMemoryIsTriedOnceMoreAndKeepsNoOtherFromBeingRendered() throws Exception {
    write("charts/bad/templates/a.yaml", "");
    write("charts/bad/templates/always.oom", "");
    write("charts/once/Chart.yaml", "apiVersion: v2\nname: once\nversion: 0.1.0\n");
    write("charts/once/templates/once.oom", "");
    write(
        "env/fleet.yaml",
        """
        releases:
        - {name: large, chart: ../charts/bad}
        - {name: beside, chart: ../charts/once}
        - {name: one, chart: ../charts/app}
        """);
    List<FleetRenderer.Outcome> progress = new ArrayList<>();
    List<FleetRenderer.Outcome> outcomes =
        new FleetRenderer(
                new FleetOutput(directory.resolve("out")),
                Pintle.builder().engine(new Glutton()).build(),
                Limits.defaults(),
                false,
                false)
            .render(
                FleetFile.read(Path.of(env("fleet.yaml")), Limits.defaults()).entries(),
                2,
                progress::add);
    assertThat(outcomes)
        .extracting(FleetRenderer.Outcome::id, FleetRenderer.Outcome::rendered)
        .containsExactly(tuple("large", false), tuple("beside", true), tuple("one", true));
    assertThat(progress).containsExactlyInAnyOrderElementsOf(outcomes);
    assertThat(out("large.err"))
        .isEqualTo(
            "Error: not enough memory: Java heap space\n\n"
                + "   hint: JDK_JAVA_OPTIONS=-Xmx4g gives Java 4 GiB\n");
    assertThat(out("beside.yaml")).contains("fine: true");
    assertThat(out("one.yaml")).isEqualTo(template("one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "16", "0"})
  void theNumberOfJobsChangesNothing(String jobs) throws IOException {
    StringBuilder fleet = new StringBuilder("releases:\n");
    IntStream.range(0, 20)
        .forEach(i -> fleet.append("- {name: r").append(i).append(", chart: ../charts/app}\n"));
    write("env/fleet.yaml", fleet.toString());
    CommandRun run =
        CommandRun.of("fleet", "render", env("fleet.yaml"), "--output-dir", outDir(), "-j", jobs);
    assertThat(run.status()).isZero();
    for (int i = 0; i < 20; i++) {
      assertThat(out("r" + i + ".yaml")).isEqualTo(template("r" + i));
    }
    assertThat(report())
        .extracting(release -> release.get("id"))
        .containsExactlyElementsOf(
            IntStream.range(0, 20).mapToObj(i -> (Object) ("r" + i)).toList());
  }

  @Test
  void aMissingFleetIsAnError() {
    CommandRun run = CommandRun.of("fleet", "render", env("none.yaml"), "--output-dir", outDir());
    assertThat(run.err())
        .isEqualTo("Error: open " + env("none.yaml") + ": no such file or directory\n");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void anOutputDirectoryThatIsAFileIsAnError() throws IOException {
    write("env/fleet.yaml", "releases: []\n");
    write("out", "");
    CommandRun run = render();
    assertThat(run.err())
        .startsWith("Error: ")
        .contains(outDir())
        .doesNotContain("fault of Pintle");
    assertThat(run.status()).isEqualTo(1);
  }

  /** Nothing is rendered of a fleet that is at fault itself, and its place is named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                               | FILE:1:1: a fleet has a list of releases: {"releases": [...]}
          {}                                               | FILE:1:1: a fleet has a list of releases: {"releases": [...]}
          {"releases": {"name": "a"}}                      | FILE:1:1: a fleet has a list of releases: {"releases": [...]}
          releases: [one]                                  | FILE:1:12: a release is a map, not string
          releases: [{name: a}]                            | FILE:1:12: a release needs a name and a chart
          releases:⏎- {chart: c}                           | FILE:2:3: a release needs a name and a chart
          releases:⏎- {name: a, chart: 5}                  | FILE:2:13: chart is a string, not float64
          releases:⏎- {name: a, chart: c, values: x}       | FILE:2:23: values is a list of strings
          releases:⏎- {name: a, chart: c, set: [1]}        | FILE:2:23: set is a list of strings
          releases:⏎- {name: a, chart: c, skipTests: x}    | FILE:2:23: skipTests is true or false, not string
          releases:⏎- {name: a, chart: c, id: ../x}        | FILE:2:3: the id of a release is the name of a file, not "../x"
          releases:⏎- {name: a, chart: c, id: /}           | FILE:2:3: the id of a release is the name of a file, not "/"
          releases:⏎- {name: .., chart: c}                 | FILE:2:3: the id of a release is the name of a file, not ".."
          releases:⏎- {name: a, chart: c}⏎- {name: a, chart: d} | FILE:3:3: two releases have the id a
          """)
  void aFaultInTheFleetIsAnError(String fleet, String message) throws IOException {
    write("env/fleet.yaml", fleet.replace('⏎', '\n'));
    CommandRun run = render();
    assertThat(run.err().lines().findFirst())
        .contains("Error: " + message.replace("FILE", env("fleet.yaml")));
    assertThat(run.status()).isEqualTo(1);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void keysThatAReleaseDoesNotHaveAreWarnedOf() throws IOException {
    write(
        "env/fleet.yaml",
        "releases:\n- name: x\n  chart: ../charts/app\n  vaules: [prod.yaml]\n  owner: me\n");
    CommandRun run = render();
    assertThat(run.err())
        .startsWith(
            "Warning: FILE:5:3: a release has no `owner`\nWarning: FILE:4:3: a release has no `vaules`\n"
                    .replace("FILE", env("fleet.yaml"))
                + "   hint: did you mean `values`?\n1 releases: ");
    assertThat(run.status()).isZero();
  }

  @Test
  void aFleetThatIsNotYamlIsAnErrorWithItsPlace() throws IOException {
    write("env/fleet.yaml", "releases:\n- name: [a\n- b\n");
    CommandRun run = render();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("Error: ").contains(env("fleet.yaml") + ":");
  }

  private CommandRun render(String... flags) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("fleet", "render", env("fleet.yaml"), "--output-dir", outDir()),
                Stream.of(flags))
            .toArray(String[]::new));
  }

  private String template(String name, String... flags) {
    List<String> arguments =
        Stream.concat(Stream.of("template", name, chart("app")), Stream.of(flags)).toList();
    return CommandRun.of(arguments.toArray(String[]::new)).out();
  }

  private String chart(String name) {
    return directory.resolve("env/../charts/" + name).toString();
  }

  private String env(String name) {
    return directory.resolve("env/" + name).toString();
  }

  private String outDir() {
    return directory.resolve("out").toString();
  }

  private String out(String name) throws IOException {
    return Files.readString(directory.resolve("out").resolve(name));
  }

  private Double size(String name) throws IOException {
    return (double) Files.size(directory.resolve("out").resolve(name));
  }

  private List<Table> report() throws IOException {
    Table report = (Table) YamlReader.read(out("report.json"), ReadOptions.of("report.json"));
    return ((Sequence) report.get("releases")).stream().map(Table.class::cast).toList();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
