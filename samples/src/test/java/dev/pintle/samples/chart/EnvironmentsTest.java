package dev.pintle.samples.chart;

import static dev.pintle.testing.PintleAssertions.assertThat;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Release;
import dev.pintle.schema.kubernetes.KubernetesSchemas;
import dev.pintle.testing.ChartRendering;
import dev.pintle.testing.ChartTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every environment of charts/remla-all can be deployed. */
@ChartTest("charts/remla-all")
class EnvironmentsTest {

  private static final KubernetesSchemas SCHEMAS = KubernetesSchemas.version("1.34").strict();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "values.yaml",
        "values-staging.yaml",
        "values-prod.yaml",
        "ci/everything-values.yaml",
        "ci/minimal-values.yaml",
        "ci/canary-0-values.yaml",
        "ci/canary-100-values.yaml"
      })
  void isValid(String values, ChartRendering chart) {
    Release release = chart.withFiles(values).render();
    assertThat(release).hasOnlyKnownFields();
    List<Diagnostic> findings = SCHEMAS.validate(release);
    assertThat(findings)
        .filteredOn(finding -> finding.kind() != Diagnostic.Kind.UNKNOWN_KIND)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"values-staging.yaml", "values-prod.yaml"})
  void keepsSecretsOutOfGit(String values, ChartRendering chart) {
    assertThat(chart.withFiles(values).render()).hasNo("Secret");
  }
}
