package dev.pintle.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Origin;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rendered resource knows of itself and of its template. */
class ResourceTest {

  @TempDir Path chart;

  @BeforeEach
  void writeChart() throws Exception {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(
        chart.resolve("Chart.yaml"), "apiVersion: v2\nname: traced\nversion: 1.0.0\n");
    Files.writeString(
        chart.resolve("templates/all.yaml"),
        """
        {{/* line 1 */}}
        kind: First
        data: {{ .Values.missing }}{{ .Values.missing }}
        ---
        kind: Second
        metadata:
          {{- if true }}
          name: {{ .Release.Name }}
          {{- end }}
        spec:
          count: {{ add 1 2 }}
          share: 0.5
        """);
  }

  @ParameterizedTest
  @CsvSource({"0,1,2", "0,2,3", "1,1,5", "1,2,6", "1,3,8", "1,4,10", "1,5,11", "1,6,12"})
  void knowsTheTemplatesLine(int resource, int line, int templateLine) {
    Origin origin = rendered(resource).originOf(line);
    assertThat(origin.position().file()).isEqualTo("traced/templates/all.yaml");
    assertThat(origin.position().line()).isEqualTo(templateLine);
  }

  @Test
  void knowsNoOriginBeyondItsEnd() {
    assertThat(rendered(1).originOf(7)).isNull();
  }

  @Test
  void hasATree() {
    Table spec = (Table) rendered(1).tree().get("spec");
    assertThat(spec.get("count")).isEqualTo(3L);
    assertThat(spec.get("share")).isEqualTo(0.5);
    assertThat(spec.positionOf("share").line()).isEqualTo(6);
  }

  private Resource rendered(int index) {
    return Pintle.render(Chart.load(chart), request -> request.name("r")).resources().get(index);
  }
}
