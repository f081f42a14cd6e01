package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.values.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Chart.yaml} and its companions: what is read from them and what is refused. */
class ChartYamlTest {

  private static final String JSON = "error unmarshaling JSON: while decoding JSON: json: ";
  private static final String FIELD = " into Go struct field ";

  @TempDir Path directory;

  private Metadata metadata(String chartYaml) {
    return ChartFolder.at(directory).with("Chart.yaml", chartYaml).load().metadata();
  }

  /** Numbers and booleans become strings as Go's library writes them. */
  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "1.10, 1.1",
    "'\"1.10\"', 1.10",
    "20240131, 20240131",
    "12345678901234567890, 12345678901234567890",
    "123456789012345678901234567890, 1.2345679e+29",
    "1e3, 1000",
    "16777217.5, 1.6777218e+07",
    "0.1, 0.1",
    "0x10, 16",
    "1_000, 1000",
    "true, true",
    "no, false",
    "~, ''",
    "2001-01-01, 2001-01-01",
    "'\"a\\tb\\u0007c\\u00e9\"', 'a bcé'",
  })
  void appVersionIsAString(String yaml, String expected) {
    assertThat(metadata(ChartFolder.CHART_YAML + "appVersion: " + yaml).appVersion())
        .isEqualTo(expected);
  }

  @Test
  void everyFieldIsRead() {
    Metadata metadata =
        metadata(
            ChartFolder.CHART_YAML
                + """
                home: h
                sources: [s, 1]
                description: d
                keywords: [k, ~]
                maintainers: [{name: nn, email: e, url: u}, {Name: m}]
                icon: i
                appVersion: "2"
                deprecated: yes
                annotations: {b: 1, a: x}
                kubeVersion: ">=1.20"
                type: application
                dependencies:
                - {name: db, version: ^1, repository: r, condition: c, tags: [t],
                   import-values: [x, {child: a, parent: b}], alias: al}
                unknown: field
                """);
    assertThat(metadata)
        .isEqualTo(
            new Metadata(
                "app",
                "h",
                List.of("s", "1"),
                "1.0.0",
                "d",
                List.of("k", ""),
                List.of(new Maintainer("nn", "e", "u"), new Maintainer("m", "", "")),
                "i",
                "v2",
                "",
                "",
                "2",
                true,
                Map.of("b", "1", "a", "x"),
                ">=1.20",
                true,
                List.of(
                    new Dependency(
                        "db",
                        "^1",
                        "r",
                        "c",
                        List.of("t"),
                        false,
                        List.of("x", childToParent("a", "b")),
                        "al")),
                "application"));
  }

  private static Table childToParent(String child, String parent) {
    Table table = new Table();
    table.put("child", child);
    table.put("parent", parent);
    return table;
  }

  /** What follows a good description, and what Helm says of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
        type: foo                     ; chart.metadata.type must be application or library
        type: Library                 ; chart.metadata.type must be application or library
        name: ..                      ; chart.metadata.name ".." is not allowed
        name: ../x                    ; chart.metadata.name "../x" is invalid
        name: a/b                     ; chart.metadata.name "a/b" is invalid
        name: a/                      ; chart.metadata.name "a/" is invalid
        name: "\\a"                   ; chart.metadata.name is required
        name: ''                      ; chart.metadata.name is required
        version: ''                   ; chart.metadata.version is required
        version: one                  ; chart.metadata.version "one" is invalid
        maintainers: [~]              ; maintainers must not contain empty or null nodes
        dependencies: [~]             ; dependencies must not contain empty or null nodes
        dependencies: [{name: a, alias: b c}]     ; dependency "a" has disallowed characters in the alias
        dependencies: [{name: a, alias: ../b}]    ; dependency "a" has disallowed characters in the alias
        dependencies: [{name: a}, {name: a}]      ; more than one dependency with name or alias "a"
        dependencies: [{name: a}, {name: b, alias: a}] ; more than one dependency with name or alias "a"
        """)
  void isValidated(String lines, String problem) {
    PintleException e =
        catchThrowableOfType(PintleException.class, () -> metadata(ChartFolder.CHART_YAML + lines));
    assertThat(e).hasMessage("validation: " + problem);
    assertThat(e.diagnostics().get(0).position()).hasToString("Chart.yaml:4:1");
  }

  /** What follows a good description, what it is, where, and what type the field has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
        appVersion: [1]                         ; array  ; Metadata.appVersion ; string
        kubeVersion: {a: 1}                     ; object ; Metadata.kubeVersion ; string
        deprecated: 'yes'                       ; string ; Metadata.deprecated ; bool
        deprecated: 1                           ; number ; Metadata.deprecated ; bool
        keywords: a                             ; string ; Metadata.keywords ; []string
        keywords: [a, [b]]                      ; array  ; Metadata.keywords ; string
        annotations: x                          ; string ; Metadata.annotations ; map[string]string
        annotations: {a: {}}                    ; object ; Metadata.annotations ; string
        maintainers: [a]                        ; string ; Metadata.maintainers ; v2.Maintainer
        maintainers: {}                         ; object ; Metadata.maintainers ; []*v2.Maintainer
        maintainers: [{name: []}]               ; array  ; Maintainer.maintainers.name ; string
        dependencies: {}                        ; object ; Metadata.dependencies ; []*v2.Dependency
        dependencies: [1]                       ; number ; Metadata.dependencies ; v2.Dependency
        dependencies: [{enabled: x}]            ; string ; Dependency.dependencies.enabled ; bool
        dependencies: [{import-values: x}]      ; string ; Dependency.dependencies.import-values ; []interface {}
        """)
  void wrongTypesAreErrors(String lines, String found, String field, String type) {
    PintleException e =
        catchThrowableOfType(PintleException.class, () -> metadata(ChartFolder.CHART_YAML + lines));
    assertThat(e)
        .hasMessage(
            "cannot load Chart.yaml: "
                + JSON
                + "cannot unmarshal "
                + found
                + FIELD
                + field
                + " of type "
                + type);
    assertThat(e.diagnostics().get(0).position().line()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
        ''                              ; validation: chart.metadata.name is required
        ~                               ; validation: chart.metadata.name is required
        name: a                         ; validation: chart.metadata.version is required
        []                              ; cannot load Chart.yaml: %Jcannot unmarshal array into Go value of type loader.chartBase
        text                            ; cannot load Chart.yaml: %Jcannot unmarshal string into Go value of type loader.chartBase
        {apiVersion: [v2]}              ; cannot load Chart.yaml: %Jcannot unmarshal array into Go struct field chartBase.apiVersion of type string
        {apiVersion: v9}                ; unsupported chart version
        {apiVersion: v3, name: a}       ; validation: chart.metadata.version is required
        {apiVersion: v3, name: a, version: 1.0.0} ; invalid chart apiVersion
        {                               ; cannot load Chart.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content
        """)
  void badDescriptionsAreErrors(String chartYaml, String message) {
    assertThatThrownBy(() -> metadata(chartYaml)).hasMessage(message.replace("%J", JSON));
  }

  @Test
  void aDescriptionWithoutApiVersionIsOfTheFirst() {
    assertThat(metadata("name: a\nversion: 1\n").apiVersion()).isEqualTo("v1");
  }

  @Test
  void ofKeysThatDifferInCaseTheLastInByteOrderWins() {
    assertThat(metadata(ChartFolder.CHART_YAML + "NAME: other\nIcon: x").name()).isEqualTo("app");
    assertThat(metadata(ChartFolder.CHART_YAML + "Icon: x").icon()).isEqualTo("x");
  }

  @Test
  void requirementsAreReadOverTheDescription() {
    Chart chart =
        ChartFolder.at(directory)
            .with("Chart.yaml", "apiVersion: v1\nname: app\nversion: 1\n")
            .with("requirements.yaml", "dependencies: [{name: db, version: 1.x}]")
            .with("requirements.lock", "dependencies: [{name: db, version: 1.2.3}]")
            .load();
    assertThat(chart.metadata().dependencies())
        .extracting(Dependency::version)
        .containsExactly("1.x");
    assertThat(chart.lock().orElseThrow().dependencies())
        .extracting(Dependency::version)
        .containsExactly("1.2.3");
    assertThat(chart.files())
        .extracting(ChartFile::name)
        .containsExactly("requirements.lock", "requirements.yaml");
  }

  @Test
  void noDependenciesAreToldFromAnEmptyList() {
    assertThat(metadata(ChartFolder.CHART_YAML).declaresDependencies()).isFalse();
    assertThat(metadata(ChartFolder.CHART_YAML + "dependencies: ~").declaresDependencies())
        .isFalse();
    assertThat(metadata(ChartFolder.CHART_YAML + "dependencies: []").declaresDependencies())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
        generated: 2020-01-01T00:00:00Z          ; ok
        generated: '2020-01-01T00:00:00.5+01:00' ; ok
        digest: [1]         ; json: cannot unmarshal array into Go struct field Lock.digest of type string
        dependencies: x     ; json: cannot unmarshal string into Go struct field Lock.dependencies of type []*v2.Dependency
        []                  ; json: cannot unmarshal array into Go value of type v2.Lock
        generated: 1        ; Time.UnmarshalJSON: input is not a JSON string
        generated: x        ; parsing time "x" as "%T": cannot parse "x" as "2006"
        generated: 2020-1   ; parsing time "2020-1" as "%T": cannot parse "1" as "01"
        generated: '2020-02-30T00:00:00Z'  ; parsing time "2020-02-30T00:00:00Z": day out of range
        generated: '2020-13-01T'           ; parsing time "2020-13-01T": month out of range
        generated: '2020-01-01T25:00:00Z'  ; parsing time "2020-01-01T25:00:00Z": hour out of range
        generated: '2020-01-01T00:00:00Zx' ; parsing time "2020-01-01T00:00:00Zx": extra text: "x"
        generated: '2020-01-01T00:00:00'   ; parsing time "2020-01-01T00:00:00" as "%T": cannot parse "" as "Z07:00"
        """)
  void aLockIsCheckedThoughNobodyNeedsIt(String lock, String expected) {
    ChartFolder folder =
        ChartFolder.chartAt(directory).with("Chart.lock", lock.replace("'\"", "\""));
    if (expected.equals("ok")) {
      assertThat(folder.load().lock().orElseThrow().dependencies()).isEmpty();
    } else {
      assertThatThrownBy(folder::load)
          .hasMessage(
              "cannot load Chart.lock: error unmarshaling JSON: while decoding JSON: "
                  + expected.replace("%T", "2006-01-02T15:04:05Z07:00"));
    }
  }
}
