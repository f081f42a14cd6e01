package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import dev.pintle.schema.kubernetes.KubernetesSchemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renderings that are checked against the schemas of Kubernetes. */
class RenderedObjectsTest {

  private static final Pintle PINTLE =
      Pintle.builder().validator(KubernetesSchemas.version("1.34").strict()).build();

  @TempDir Path chart;

  @BeforeEach
  void writeChart() throws Exception {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(
        chart.resolve("Chart.yaml"), "apiVersion: v2\nname: checked\nversion: 1.0.0\n");
    Files.writeString(
        chart.resolve("templates/all.yaml"),
        """
        {{- if .Values.map }}
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          {{- range $key, $value := .Values.map }}
          {{ $key }}: {{ $value }}
          {{- end }}
        {{- end }}
        ---
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: widget
        """);
  }

  @Test
  void areRefusedWithTheTemplatesLine() {
    PintleException refusal =
        catchThrowableOfType(PintleException.class, () -> render("map.a=x,map.b=1,map.c=2"));
    assertThat(refusal)
        .hasMessage(
            """
            rendered objects are not valid:
            - ConfigMap rel: data.b: got number, want null or string
            - ConfigMap rel: data.c: got number, want null or string\
            """);
    Diagnostic first = refusal.diagnostics().get(0);
    assertThat(first.position()).hasToString("checked/templates/all.yaml (rendered):7:3");
    Hint.RenderedBy origin = (Hint.RenderedBy) first.hints().get(0);
    assertThat(origin.origin().file()).isEqualTo("checked/templates/all.yaml");
    assertThat(origin.origin().line()).isEqualTo(8);
  }

  @Test
  void arePassedWithAWarningOfWhatCouldNotBeChecked() {
    assertThat(render("map.a=x").warnings())
        .extracting(Diagnostic::kind)
        .isEqualTo(List.of(Diagnostic.Kind.UNKNOWN_KIND));
  }

  private Release render(String set) {
    return PINTLE.render(
        Chart.load(chart), ReleaseRequest.of(request -> request.name("rel").set(set)));
  }
}
