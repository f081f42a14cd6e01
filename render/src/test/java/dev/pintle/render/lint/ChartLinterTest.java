package dev.pintle.render.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.render.Pintle;
import dev.pintle.validate.ReleaseValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a linter does with what it could not check to its end. */
class ChartLinterTest {

  @TempDir Path directory;

  private LintResult lint(ReleaseValidator validator) throws IOException {
    Path chart = directory.resolve("c");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: c\nversion: 0.1.0\n");
    Files.writeString(chart.resolve("values.yaml"), "");
    Files.writeString(
        chart.resolve("templates/t.yaml"),
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    return new ChartLinter(Pintle.builder().build(), null, List.of(validator))
        .lint(chart, LintRequest.of(request -> {}));
  }

  @Test
  void aCheckThatPassesALimitFails() throws IOException {
    LintResult result =
        lint(
            (release, budget) -> {
              throw new LimitException(Limit.STEPS, "checking took more than 5 steps");
            });
    assertThat(result.messages())
        .extracting(LintMessage::toString)
        .contains("[ERROR] templates/: checking took more than 5 steps");
    assertThat(result.hasFailed(false)).isTrue();
  }

  @Test
  void aCheckThatFindsNothingPasses() throws IOException {
    assertThat(lint((release, budget) -> List.of()).hasFailed(false)).isFalse();
  }
}
