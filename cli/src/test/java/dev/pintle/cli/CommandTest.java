package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small commands, and what goes in and out of {@code template} besides text. */
class CommandTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  @DisabledOnOs(OS.WINDOWS)
  void completionIsAScript(String shell) throws IOException, InterruptedException {
    CommandRun run = CommandRun.of("completion", shell);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("pintle")
        .contains("--show-only")
        .doesNotContain("--burst-limit");
    Path script = Files.write(directory.resolve("pintle.bash"), run.bytes());
    Process bash = new ProcessBuilder("bash", "-n", script.toString()).start();
    String complaint = new String(bash.getErrorStream().readAllBytes());
    assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(complaint).isEmpty();
    assertThat(bash.exitValue()).isZero();
  }

  @Test
  void versionSaysWhichHelmIsFollowed() {
    CommandRun run = CommandRun.of("version");
    assertThat(run.status()).isZero();
    assertThat(run.out()).matches("pintle \\S.*, follows Helm v4\\.2\\S*\n");
  }

  @Test
  void valuesComeFromStandardInput() throws IOException {
    write("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 0.1.0\n");
    write("chart/templates/a.yaml", "a: {{ .Values.a }} {{ .Values.b }}\n");
    CommandRun run =
        CommandRun.reading(
            "a: in\nb: in\n", "template", "r", chart(), "-f", "-", "--set", "b=flag");
    assertThat(run.out()).isEqualTo("---\n# Source: c/templates/a.yaml\na: in flag\n");
  }

  /** A byte that is not UTF-8 comes out as it went in where it need not be YAML. */
  @Test
  void bytesStayWhatTheyWere() throws IOException {
    byte[] raw = {(byte) 0xff, 'x', (byte) 0xc3, (byte) 0xa4};
    write("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 0.1.0\n");
    write("chart/raw.txt", raw);
    write("chart/templates/a.yaml", "a: {{ .Files.Get \"raw.txt\" | b64enc }}\n");
    write("chart/crds/crd.yaml", concat("# ", raw, "\n"));
    CommandRun run = CommandRun.of("template", "r", chart(), "--include-crds");
    assertThat(run.err()).isEmpty();
    assertThat(run.bytes())
        .isEqualTo(
            concat(
                "---\n# Source: c/crds/crd.yaml\n# ",
                raw,
                "\n\n---\n# Source: c/templates/a.yaml\na: /3jDpA==\n"));
  }

  private String chart() {
    return directory.resolve("chart").toString();
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] concat(String before, byte[] middle, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(middle);
    all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
