package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.FeatureCase.Answer;
import java.io.IOException;
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
    Path chart = Files.createTempDirectory(directory, "case").toRealPath();
    featureCase.writeFiles(chart);
    if (Boolean.getBoolean("pintle.rewrite")) {
      featureCase.rewrite(askHelm(featureCase.arguments(), chart).essence());
      return;
    }
    Answer expected = featureCase.expected();
    Answer actual = askPintle(featureCase.arguments(), chart).essence();
    if (expected.status() == 0) {
      assertThat(FeatureCase.messages(actual.err()))
          .isEqualTo(FeatureCase.messages(expected.err()));
    } else {
      assertThat(actual.err()).startsWith(expected.err()); // more follows: the line, a hint
    }
    assertThat(actual.out()).isEqualTo(expected.out());
    assertThat(actual.status()).isEqualTo(expected.status());
  }

  /** Helm runs in the chart's directory, which a JVM cannot do: its paths are put in and out. */
  private static Answer askPintle(List<String> arguments, Path chart) {
    String[] resolved =
        arguments.stream()
            .map(argument -> argument.replaceAll("(?<!\\.)\\./", chart + "/"))
            .map(argument -> argument.equals(".") ? chart.toString() : argument)
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(resolved);
    return new Answer(run.status(), relative(run.out(), chart), relative(run.err(), chart));
  }

  private static String relative(String text, Path chart) {
    return text.replace(chart + "/", "./").replace(chart.toString(), ".");
  }

  private static Answer askHelm(List<String> arguments, Path chart)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("helm"));
    command.addAll(arguments);
    Path err = Files.createTempFile("helm", ".err");
    Process helm =
        new ProcessBuilder(command).directory(chart.toFile()).redirectError(err.toFile()).start();
    helm.getOutputStream().close();
    String out = new String(helm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = helm.waitFor();
    String message = Files.readString(err);
    Files.delete(err);
    return new Answer(status, relative(out, chart), relative(message, chart));
  }
}
