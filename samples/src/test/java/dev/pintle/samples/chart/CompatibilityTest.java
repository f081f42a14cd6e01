package dev.pintle.samples.chart;

import static dev.pintle.testing.PintleAssertions.assertThat;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Release;
import dev.pintle.testing.ChartRendering;
import dev.pintle.testing.ChartTest;
import dev.pintle.testing.RenderFailure;
import dev.pintle.testing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** charts/remla-all takes only tags of app and model service that belong together. */
@ChartTest("charts/remla-all")
class CompatibilityTest {

  @Test
  @Values({"app.image.tag=2.0.0", "modelService.image.tag=1.4.0"})
  void refusesAnotherMajorVersion(RenderFailure failure) {
    assertThat(failure)
        .isAt("templates/_validate.tpl")
        .isOf(Diagnostic.Kind.TEMPLATE_EXECUTION)
        .mentions("2.0.0", "1.4.0", "don't belong together", "the same major version");
  }

  @Test
  @Values({"app.canary.image.tag=2.0.0", "modelService.canary.image.tag=1.5.0"})
  void looksAtTheCanaryToo(RenderFailure failure) {
    assertThat(failure).mentions("canary app \"2.0.0\"", "don't belong together");
  }

  @ParameterizedTest
  @CsvSource({
    "major, 1.5.0, 1.4.2, true",
    "minor, 1.5.0, 1.5.3, true",
    "minor, 1.5.0, 1.4.2, false",
    "exact, 1.5.0, 1.5.0, true",
    "exact, 1.5.0, 1.5.1, false",
    "none, nightly, 1.5.1, true",
    "major, nightly, 1.5.1, false"
  })
  void judgesByPolicy(
      String policy, String app, String model, boolean allowed, ChartRendering chart) {
    ChartRendering pair =
        chart.with(
            request ->
                request
                    .set("compatibility.policy=" + policy)
                    .set("app.image.tag=" + app)
                    .set("modelService.image.tag=" + model)
                    .set("canary.enabled=false,canaryWeight=0"));
    if (allowed) {
      assertThat(pair.render()).deployment("remla-all-app").container().hasImageTag(app);
    } else {
      assertThat(pair.refuse()).isAt("templates/_validate.tpl").mentions(app, model, policy);
    }
  }

  @Test
  @Values({"app.image.tag=2.0.0", "modelService.image.tag=2.4.0"})
  void takesPairsOfOneMajorVersion(Release release) {
    assertThat(release).deployment("remla-all-app").container().hasImageTag("2.0.0");
    assertThat(release).deployment("remla-all-model-service").container().hasImageTag("2.4.0");
  }
}
