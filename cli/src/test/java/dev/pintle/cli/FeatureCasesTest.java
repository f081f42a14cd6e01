package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.FeatureCase.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
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

  private void check(Path file) throws IOException, InterruptedException, TimeoutException {
    FeatureCase featureCase = FeatureCase.read(file);
    Path chart = Files.createTempDirectory(directory, "case").toRealPath();
    featureCase.writeFiles(chart);
    if (Boolean.getBoolean("pintle.rewrite")) {
      featureCase.rewrite(Asking.helm(featureCase.arguments(), chart).essence());
      return;
    }
    Answer expected = featureCase.expected();
    Answer actual = Asking.pintle(featureCase.arguments(), chart).essence();
    if (expected.status() == 0) {
      assertThat(actual.err()).isEqualTo(expected.err());
    } else {
      assertThat(actual.err()).startsWith(expected.err()); // more follows: the line, a hint
    }
    assertThat(actual.out()).isEqualTo(expected.out());
    assertThat(actual.status()).isEqualTo(expected.status());
  }
}
