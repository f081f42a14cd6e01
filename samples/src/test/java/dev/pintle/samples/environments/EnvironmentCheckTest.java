package dev.pintle.samples.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentCheckTest {

  private static final Path FLEET = Path.of("environments", "fleet.yaml");

  @TempDir Path directory;

  @Test
  void takesTheEnvironmentsOfTheRepository() throws Exception {
    List<EnvironmentCheck.Verdict> verdicts = EnvironmentCheck.check(FLEET);
    assertThat(verdicts)
        .extracting(EnvironmentCheck.Verdict::id)
        .containsExactly("staging", "prod");
    assertThat(verdicts)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.faults()).isEmpty();
              assertThat(verdict.resources()).isGreaterThan(30);
              assertThat(verdict.unchecked()).isNotEmpty(); // Istio brings no definitions along
            });
  }

  @Test
  void refusesAPullRequestThatBreaksOne() throws Exception {
    Path chart = Path.of("..", "charts", "remla-all").toAbsolutePath().normalize();
    Files.writeString(directory.resolve("bad.yaml"), "canaryWeight: 110\n");
    Files.writeString(
        directory.resolve("worse.yaml"),
        """
        extraObjects:
          - apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {replicas: many, selector: {}, template: {}}
        """);
    Path fleet =
        Files.writeString(
            directory.resolve("fleet.yaml"),
            """
            releases:
              - {id: bad, name: a, namespace: a, chart: %1$s, values: [bad.yaml], kubeVersion: v1.34.0}
              - {id: worse, name: b, namespace: b, chart: %1$s, values: [worse.yaml], kubeVersion: v1.34.0}
            """
                .formatted(chart));
    List<EnvironmentCheck.Verdict> verdicts = EnvironmentCheck.check(fleet);
    assertThat(verdicts.get(0).faults())
        .singleElement()
        .asString()
        .contains("bad.yaml:1:1: ", "canaryWeight", "maximum");
    assertThat(verdicts.get(1).faults())
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("remla-all/templates/extra-objects.yaml:")
                    .contains("Deployment web: spec.replicas"));
    assertThatThrownBy(() -> EnvironmentCheck.main(new String[] {fleet.toString()}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAChartThatDoesNotPassTheLinter() throws Exception {
    Path chart = Files.createDirectories(directory.resolve("chart"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(
        chart.resolve("templates/map.yaml"),
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Not_A_Name}\n");
    Path fleet =
        Files.writeString(
            directory.resolve("fleet.yaml"),
            "releases: [{id: a, name: a, namespace: a, chart: chart, values: [], kubeVersion: v1.34.0}]");
    assertThat(EnvironmentCheck.check(fleet).get(0).faults())
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("[WARNING] templates/map.yaml: object name does not conform"));
  }
}
