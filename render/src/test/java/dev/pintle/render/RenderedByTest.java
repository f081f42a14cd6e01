package dev.pintle.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where text that is no YAML was rendered, and which line of the template rendered it. */
class RenderedByTest {

  @TempDir Path directory;

  private Diagnostic failure(String template) throws IOException {
    Files.writeString(directory.resolve("Chart.yaml"), "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    Files.createDirectories(directory.resolve("templates"));
    Files.writeString(directory.resolve("templates/t.yaml"), template);
    Chart chart = Chart.load(directory);
    return catchThrowableOfType(
            RenderException.class, () -> Pintle.render(chart, request -> request.name("r")))
        .diagnostics()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        // template => line and column in the rendered text => line of the template
        "a: b: c                                       => 1:5 => 1",
        "a: 1⏎b: c: d                                  => 2:5 => 2",
        "{{ if true }}⏎a: 1⏎{{ end }}⏎b: c: d          => 4:5 => 4",
        "{{- if true -}}⏎a: 1⏎b: c: d⏎{{- end }}       => 2:5 => 3",
        "{{ range until 3 }}⏎{{- /* x */}}⏎k{{ . }}: v⏎{{- end }}⏎b: c: d => 5:5 => 5",
        "a: 1⏎---⏎b: c: d                              => 3:5 => 3",
        "a: 1⏎---⏎⏎  b: c: d                           => 4:7 => 4",
        "--- a: b: c                                   => 1:9 => 1",
        "{{ print \"a: 1\\n\" }}{{ print \"b: c: d\" }} => 2:5 => 1",
        "a: 1⏎{{ print \"b: c: d\" }}                   => 2:5 => 2",
        "a: 1⏎{{ define \"x\" }}b: c: d{{ end }}⏎{{ template \"x\" }} => 3:5 => 3",
        "{{ .Values.none }}⏎a: b: c                    => 2:5 => 2",
      })
  void isTold(String template, String place, int line) throws IOException {
    Diagnostic found = failure(template.replace('⏎', '\n'));
    assertThat(found.position().toString()).isEqualTo("c/templates/t.yaml (rendered):" + place);
    List<Hint> hints = found.hints();
    assertThat(hints).hasSize(1);
    Position origin = ((Hint.RenderedBy) hints.get(0)).origin();
    assertThat(origin.file()).isEqualTo("c/templates/t.yaml");
    assertThat(origin.line()).isEqualTo(line);
    assertThat(((Hint.RenderedBy) hints.get(0)).sourceLine())
        .isEqualTo(template.split("⏎", -1)[line - 1]);
  }
}
