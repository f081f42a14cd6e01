package dev.pintle.samples.tool;

import static dev.pintle.testing.PintleAssertions.assertThat;

import dev.pintle.release.Release;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RenderForProductionTest {

  private static final Path CHARTS = Path.of("..", "charts");

  @Test
  void rendersTextAndObjects() {
    Release release = RenderForProduction.release(CHARTS, "1.5.1");
    assertThat(release).manifest().startsWith("---\n# Source: remla-all/templates/");
    assertThat(release)
        .deployment("remla-all-model-service-canary")
        .isInNamespace("prod")
        .container()
        .hasImageTag("1.5.1");
    assertThat(RenderForProduction.summary(release))
        .startsWith("remla-all in prod: ghcr.io/remla/app:")
        .endsWith(" resources");
  }
}
