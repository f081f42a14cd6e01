package dev.pintle.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Readiness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

  private static final ObjectRef APP = new ObjectRef("apps/v1", "Deployment", "prod", "app");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(new ByteArrayOutputStream()),
          new PrintStream(err),
          new ByteArrayInputStream(new byte[0]));

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneLineIsWrittenOverAndGoneInTheEnd() {
    try (ProgressDisplay display = ProgressDisplay.always(console)) {
      display.on(
          new Progress.Waiting(
              List.of(new Readiness(APP, Readiness.Status.IN_PROGRESS, "Replicas:\n0/1")), 3));
      display.on(new Progress.Waiting(List.of(), 3));
      display.on(new Progress.Undoing(Operation.ROLLBACK, "x".repeat(200)));
    }

    assertThat(shown().split("\r\u001b\\[2K", -1))
        .containsExactly(
            "",
            "2 of 3 objects ready; waiting for Deployment prod/app: Replicas: 0/1",
            "all 3 objects are ready",
            "undoing: " + "x".repeat(90) + "…",
            "");
  }

  @Test
  void nothingIsShownWhereNobodyWatches() {
    try (ProgressDisplay display = ProgressDisplay.on(console)) {
      display.on(new Progress.Waiting(List.of(), 3));
    }
    assertThat(shown()).isEmpty();
  }
}
