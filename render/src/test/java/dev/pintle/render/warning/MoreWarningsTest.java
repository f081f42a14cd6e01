package dev.pintle.render.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Budget;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoreWarningsTest {

  private static final String CHART = "apiVersion: v2\nname: %s\nversion: 1.0.0\n";

  @TempDir Path directory;

  @BeforeEach
  void makeChart() throws IOException {
    write("Chart.yaml", CHART.formatted("c"));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Finds no fault, and says that schemas speak of one name. */
  private static final class OneName implements ValuesValidator {
    @Override
    public Report validate(byte[] schema, Table values, String schemaFile, Budget budget) {
      return Report.VALID;
    }

    @Override
    public Predicate<List<String>> describedBy(byte[] schema, Budget budget) {
      return path -> path.equals(List.of("described"));
    }
  }

  private List<Diagnostic> warnings(Consumer<ReleaseRequest.Builder> request) {
    Release release =
        Pintle.builder()
            .validator(new OneName())
            .build()
            .render(
                Chart.load(directory),
                ReleaseRequest.of(
                    builder -> {
                      builder.name("r").warn(true);
                      request.accept(builder);
                    }));
    return release.warnings();
  }

  /** The paths that are said to be unknown. */
  private List<String> unknown(String... flags) {
    return warnings(builder -> Stream.of(flags).forEach(builder::set)).stream()
        .filter(warning -> warning.kind() == Diagnostic.Kind.UNKNOWN_VALUE)
        .map(warning -> warning.message().replaceAll(".*`(.*)`", "$1"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      nullValues = "-",
      value = {
        // a template => a value given => the path that is reported
        "'' => a=1 => a",
        "'' => a.b.c=1 => a",
        "{{ .Values.a }} => a=1 => -",
        "{{ .Values.a }} => b=1 => b",
        "{{ .Values.a.b }} => a.c=1 => a.c",
        "{{ .Values.a.b }} => a.b.c=1 => -",
        "{{ with .Values.a }}{{ .b }}{{ end }} => a.b=1 => -",
        "{{ with .Values.a }}{{ .b }}{{ end }} => a.c=1 => a.c",
        "{{ toYaml .Values.a }} => a.b.c=1 => -",
        "{{ range $k, $v := .Values.a }}{{ $k }}{{ end }} => a.b=1 => -",
        "{{ index .Values \"a\" \"b\" }} => a.b=1 => -",
        "{{ index .Values \"a\" \"b\" }} => a.c=1 => a.c",
        "{{ dig \"b\" 0 .Values.a }} => a.b=1 => -",
        "{{ get .Values.a \"b\" }} => a.b=1 => -",
        "{{ hasKey .Values.a \"b\" }} => a.b=1 => -",
        "{{ index .Values (print \"a\" \"b\") }} => ab=1 => -",
        "{{ tpl \"{{ .Values.a }}\" . }} => a=1 => -",
        "{{ merge dict .Values.a }} => a.b=1 => -",
        "{{ $v := .Values }}{{ $v.a }} => a=1 => -",
        "{{ if .Values.off }}{{ .Values.a.b }}{{ end }} => a.b=1 => -",
        "{{ if .Values.off }}{{ .Values.a.b }}{{ end }} => a.c=1 => -",
        "{{ if .Values.off }}{{ toYaml .Values.a }}{{ end }} => a.b=1 => -",
        "{{ if .Values.a.on }}{{ .Values.a.b }}{{ end }} => a.b=1 => -",
        "{{ if .Values.a.on }}{{ .Values.a.b }}{{ end }} => a.c=1 => a.c",
        "{{ if .Values.off }}{{ .Values.a.b }}{{ end }} => b=1 => b",
        "{{ if .Values.off }}{{ with .Values.a }}{{ .b }}{{ end }}{{ end }} => a.b=1 => -",
        "{{ if .Values.off }}{{ index .Values \"a\" }}{{ end }} => a=1 => -",
        "{{ define \"never\" }}{{ .Values.a }}{{ end }} => a=1 => -",
        "{{ .Values.a }} => a[0].b=1 => -",
      })
  void valuesAreKnownThatATemplateReadsOrMentions(String template, String set, String unknown)
      throws IOException {
    write("templates/NOTES.txt", template);
    assertThat(unknown(set)).isEqualTo(unknown == null ? List.of() : List.of(unknown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=2",
        "m.b=2",
        "empty.any.thing=1",
        "nothing.any=1",
        "list[0].x=1",
        "tags.back=true",
        "db.enabled=false",
        "extra.enabled=false",
        "extra.any=1",
        "db.port=1",
        "db.size=1",
        "global.region=eu",
        "db.global.region=eu",
        "described=1",
        "db.described=1"
      })
  void valuesAreKnownThatAreDeclaredOrDescribedOrDecide(String set) throws IOException {
    umbrella();
    assertThat(unknown(set)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "m.c=1,m.c",
    "port=1,port",
    "db.prot=1,db.prot",
    "db.a=1,db.a",
    "global.regoin=eu,global.regoin",
    "db.db.port=1,db.db"
  })
  void valuesAreUnknownAtAnotherPlace(String set, String unknown) throws IOException {
    umbrella();
    assertThat(unknown(set)).containsExactly(unknown);
  }

  private void umbrella() throws IOException {
    write(
        "Chart.yaml",
        CHART.formatted("c")
            + "dependencies:\n"
            + "- {name: db, version: 1.0.0, condition: db.enabled, tags: [back]}\n"
            + "- {name: extra, version: 1.0.0, condition: extra.enabled}\n");
    write(
        "values.yaml",
        "a: 1\nm: {b: 1}\nempty: {}\nnothing: null\nlist: []\nextra: {enabled: false}\n");
    write("values.schema.json", "{\"properties\": {\"described\": {}}}");
    write("charts/db/Chart.yaml", CHART.formatted("db"));
    write("charts/db/values.yaml", "port: 1\n");
    write("charts/db/values.schema.json", "{}");
    write("charts/db/templates/x.txt", "# {{ .Values.size }} {{ .Values.global.region }}");
    write("charts/extra/Chart.yaml", CHART.formatted("extra"));
    write("charts/extra/values.yaml", "x: 1\n");
  }

  @Test
  void whatChartsThemselvesHaveIsNeverReported() throws IOException {
    write("values.yaml", "unused: 1\nalso: {unused: 2}\n");
    assertThat(unknown()).isEmpty();
  }

  @Test
  void saysWhereTheValueIsAndWhatWasMeant() throws IOException {
    write("values.yaml", "app:\n  image: x\n  replicas: 1\n");
    write("prod.yaml", "app:\n  imagee: y\nreplicas: 2\n");
    Path prod = directory.resolve("prod.yaml");
    List<Diagnostic> found = warnings(builder -> builder.valuesFrom(prod));
    assertThat(found)
        .extracting(Diagnostic::position)
        .containsExactly(new Position(prod.toString(), 2, 3), new Position(prod.toString(), 3, 1));
    assertThat(found)
        .extracting(warning -> warning.hints().get(0))
        .containsExactly(
            new Hint.DidYouMean("app.image", new Position("values.yaml", 2, 3)),
            new Hint.DidYouMean("app.replicas", new Position("values.yaml", 3, 3)));
  }

  @Test
  void nothingIsLookedForUnlessAskedFor() {
    assertThat(Pintle.render(Chart.load(directory), builder -> builder.set("a=1")).warnings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.18 | extensions/v1beta1        | Ingress | is deprecated since Kubernetes 1.14 and gone"
            + " from 1.22 on | use networking.k8s.io/v1 Ingress",
        "1.22 | extensions/v1beta1        | Ingress | Kubernetes 1.22 removed | use"
            + " networking.k8s.io/v1 Ingress",
        "1.25 | policy/v1beta1            | PodSecurityPolicy | Kubernetes 1.25 removed | -",
        "1.24 | batch/v1beta1             | CronJob | is deprecated since Kubernetes 1.21 and gone"
            + " from 1.25 on | use batch/v1 CronJob",
        "1.33 | v1                        | Endpoints | is deprecated since Kubernetes 1.33 | use"
            + " discovery.k8s.io/v1 EndpointSlice",
        "1.20 | batch/v1beta1             | CronJob | - | -",
        "1.34 | batch/v1                  | CronJob | - | -",
        "1.34 | example.org/v1beta1       | CronJob | - | -",
        "1.18446744073709551615 | batch/v1beta1 | CronJob | Kubernetes 1.25 removed | use batch/v1"
            + " CronJob",
        "1.34 | storage.k8s.io/v1beta1    | CSIDriver | Kubernetes 1.22 removed | use"
            + " storage.k8s.io/v1 CSIDriver",
      })
  void oldApisAreReportedForTheKubernetesVersion(
      String kubeVersion, String apiVersion, String kind, String fate, String advice)
      throws IOException {
    write(
        "templates/x.yaml",
        "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: thing}\n");
    List<Diagnostic> found = warnings(builder -> builder.kubeVersion(kubeVersion));
    if (fate.equals("-")) {
      assertThat(found).isEmpty();
      return;
    }
    assertThat(found).hasSize(1);
    Diagnostic warning = found.get(0);
    assertThat(warning.kind()).isEqualTo(Diagnostic.Kind.OLD_API);
    assertThat(warning.message())
        .isEqualTo(kind + " thing is of " + apiVersion + ", which " + fate);
    assertThat(warning.position()).isEqualTo(new Position("c/templates/x.yaml", 0, 0));
    assertThat(warning.hints())
        .isEqualTo(advice.equals("-") ? List.of() : List.of(new Hint.Advice(advice)));
  }

  @Test
  void hooksAreLookedAtToo() throws IOException {
    write(
        "templates/x.yaml",
        "apiVersion: batch/v1beta1\nkind: CronJob\n"
            + "metadata: {name: thing, annotations: {helm.sh/hook: pre-install}}\n");
    assertThat(warnings(builder -> builder.kubeVersion("1.30"))).hasSize(1);
  }

  @Test
  void typesAreComparedWithTheDefaultsOfAllCharts() throws IOException {
    umbrella();
    assertThat(warnings(builder -> builder.set("a=x").set("db.port=y")))
        .filteredOn(warning -> warning.kind() == Diagnostic.Kind.CHANGED_TYPE)
        .extracting(Diagnostic::message, Diagnostic::hints)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "`a` was a number and becomes a string",
                List.of(new Hint.Overrides(new Position("values.yaml", 1, 1)))),
            org.assertj.core.groups.Tuple.tuple(
                "`db.port` was a number and becomes a string",
                List.of(new Hint.Overrides(new Position("charts/db/values.yaml", 1, 1)))));
  }
}
