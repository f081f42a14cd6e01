package dev.pintle.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One chart in two languages, and what {@code --engine} turns on. */
class EngineOptionTest {

  @TempDir Path directory;

  @BeforeEach
  void writeChart() throws IOException {
    write("Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    write("values.yaml", "name: ada\nlog: ''\n");
    write("templates/_go.tpl", "{{ define \"go.label\" }}go-{{ .Values.name }}{{ end }}");
    write("templates/_hbs.hbs", "hbs-{{Values.name}}");
  }

  /** Templates run from the deepest path on and from the last name on; all see the same values. */
  @Test
  void bothLanguagesShareValuesAndTemplates() throws IOException {
    log("templates/deep/a.yaml", "{{ $_ := set .Values \"log\" (print .Values.log \"1\") }}");
    log("templates/c.yaml.hbs", "{{do (set Values \"log\" (print Values.log \"2\"))}}");
    log("templates/b.yaml", "{{ $_ := set .Values \"log\" (print .Values.log \"3\") }}");
    write(
        "templates/a.yaml.hbs",
        "log: {{Values.log}}\nown: {{> hbs}}\nother: {{include \"go.label\" this}}\n"
            + "name: {{Template.Name}}\n");
    write("templates/a.yaml", "log: {{ .Values.log }}\nother: {{ include \"hbs\" . }}\n");
    CommandRun run = CommandRun.of("template", "r", directory.toString(), "--engine", "handlebars");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "# Source: app/templates/a.yaml.hbs\nlog: 123\nown: hbs-ada\nother: go-ada\n"
                + "name: app/templates/a.yaml.hbs\n")
        .contains("# Source: app/templates/a.yaml\nlog: 123\nother: hbs-ada\n");
  }

  @Test
  void withoutItEveryFileIsAGoTemplate() throws IOException {
    Files.delete(directory.resolve("templates/_hbs.hbs"));
    write("templates/a.yaml.hbs", "name: {{ .Values.name }}\n");
    CommandRun run = CommandRun.of("template", "r", directory.toString());
    assertThat(run.out()).isEqualTo("---\n# Source: app/templates/a.yaml.hbs\nname: ada\n");
  }

  @Test
  void failuresShowTheLineAndTheCallsOfBothLanguages() throws IOException {
    write("templates/_go.tpl", "{{ define \"go.label\" }}{{ fail \"deep\" }}{{ end }}");
    write("templates/a.yaml.hbs", "a: 1\nb: {{include \"go.label\" this}}\n");
    CommandRun run = CommandRun.of("template", "r", directory.toString(), "--engine", "handlebars");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Error: template: app/templates/a.yaml.hbs:2:6: error calling include: ")
        .contains("2 | b: {{include \"go.label\" this}}")
        .contains("templates/_go.tpl:1:27");
  }

  @Test
  void otherEnginesAreRefused() {
    CommandRun run = CommandRun.of("template", "r", directory.toString(), "--engine", "mustache");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("Error: invalid argument \"mustache\" for \"--engine\" flag");
  }

  private void log(String name, String text) throws IOException {
    write(name, text + "\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
