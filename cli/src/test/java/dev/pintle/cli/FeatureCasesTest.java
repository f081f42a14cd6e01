package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renders every chart under {@code src/test/resources/cases} and compares with what Helm 4.2.4
 * printed. With {@code -Dpintle.rewrite=true} the real {@code helm} on the path is asked anew, and
 * its answers are written into the cases.
 */
class FeatureCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(CASES)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    CASES.relativize(file).toString(), file.toUri(), () -> check(file)));
  }

  private void check(Path file) throws IOException, InterruptedException {
    FeatureCase featureCase = FeatureCase.read(file);
    Path chart = Files.createTempDirectory(directory, "case");
    featureCase.writeFiles(chart);
    if (Boolean.getBoolean("pintle.rewrite")) {
      askHelm(featureCase, chart);
      return;
    }
    Answer answer = askPintle(featureCase.arguments(), chart);
    if (featureCase.isRefused()) {
      assertThat(answer.err()).startsWith(featureCase.expected());
      assertThat(answer.status()).isEqualTo(1);
    } else {
      assertThat(answer.err()).isEmpty();
      assertThat(answer.out()).isEqualTo(featureCase.expected());
      assertThat(answer.status()).isZero();
    }
  }

  private record Answer(int status, String out, String err) {}

  /** Paths in a case are relative to its chart. */
  private static Answer askPintle(List<String> arguments, Path chart) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(new PrintStream(out), new PrintStream(err), InputStream.nullInputStream());
    String[] resolved =
        arguments.stream()
            .map(argument -> argument.replace("./", chart + "/"))
            .map(argument -> argument.equals(".") ? chart.toString() : argument)
            .toArray(String[]::new);
    int status = PintleCommand.run(console, resolved);
    console.flush();
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void askHelm(FeatureCase featureCase, Path chart)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("helm"));
    command.addAll(featureCase.arguments());
    Path err = Files.createTempFile("helm", ".err");
    Process helm =
        new ProcessBuilder(command).directory(chart.toFile()).redirectError(err.toFile()).start();
    String out = new String(helm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean refused = helm.waitFor() != 0;
    String message = Files.readString(err);
    Files.delete(err);
    int error = message.indexOf("Error: ");
    featureCase.rewrite(refused, refused ? message.substring(error) : out);
  }
}
