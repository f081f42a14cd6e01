package dev.pintle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Compares random charts with the real Helm, when asked to; see CONTRIBUTING.md. */
class FuzzTest {

  @Test
  @EnabledIfSystemProperty(named = "pintle.fuzz.minutes", matches = "\\d+")
  void pintleDoesWhatHelmDoes() throws Exception {
    FuzzRun run = FuzzRun.ofProperties();

    assertThat(run.run().kinds()).as("differences, written to %s", run.out()).isEmpty();
  }
}
