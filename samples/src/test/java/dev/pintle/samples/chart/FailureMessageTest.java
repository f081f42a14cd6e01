package dev.pintle.samples.chart;

import static dev.pintle.testing.PintleAssertions.assertThat;
import static dev.pintle.testing.PintleAssertions.catchThrowable;

import dev.pintle.release.Release;
import dev.pintle.testing.ChartTest;
import dev.pintle.testing.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The failure that the README and the page on chart tests show is the one that people get. */
@ChartTest("charts/remla-all")
class FailureMessageTest {

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/chart-tests.md"})
  @Values("canaryWeight=10")
  void isAsTheDocumentationShowsIt(String page, Release release) throws Exception {
    Throwable failure =
        catchThrowable(
            () -> assertThat(release).virtualService("remla-all-app").routes("stable", 80));
    assertThat(Files.readString(Path.of("..", page)))
        .contains("```\n" + failure.getMessage() + "\n```");
  }
}
