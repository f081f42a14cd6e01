package dev.pintle.render.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.KubeVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a chart from being installed. */
class InstallableTest {

  @TempDir Path directory;

  private Chart chart(String more) throws IOException {
    Files.writeString(
        directory.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n" + more);
    return Chart.load(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "'>=1.20.0', v1.34.0, yes",
    "'>=1.20.0-0', v1.33.4-gke.1245000, yes",
    "'>=1.20.0', v1.33.4-gke.1245000, yes",
    "'<1.20', 1.34, no",
    "'not a constraint', 1.34, no",
  })
  void theVersionOfKubernetesHasToFit(String constraint, String version, String fits)
      throws IOException {
    Chart chart = chart("kubeVersion: '" + constraint + "'");
    KubeVersion kubeVersion = KubeVersion.parse(version);
    if (fits.equals("yes")) {
      assertThatCode(() -> Installable.checkKubeVersion(chart, kubeVersion))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> Installable.checkKubeVersion(chart, kubeVersion))
          .isInstanceOf(PintleException.class)
          .hasMessage(
              "chart requires kubeVersion: %s which is incompatible with Kubernetes v1.34",
              constraint);
    }
  }

  @Test
  void aDeprecatedChartIsInstalledWithAWarning() throws IOException {
    assertThat(Installable.check(chart("deprecated: true")))
        .extracting(Diagnostic::message)
        .containsExactly("this chart is deprecated");
    assertThat(Installable.check(chart(""))).isEmpty();
  }
}
