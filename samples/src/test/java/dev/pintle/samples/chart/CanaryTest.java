package dev.pintle.samples.chart;

import static dev.pintle.testing.PintleAssertions.assertThat;

import dev.pintle.release.Release;
import dev.pintle.testing.ChartRendering;
import dev.pintle.testing.ChartTest;
import dev.pintle.testing.RenderFailure;
import dev.pintle.testing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How charts/remla-all divides visitors between the stable version and the canary. */
@ChartTest("charts/remla-all")
class CanaryTest {

  @Test
  @Values("canaryWeight=10")
  void splitsTraffic(Release release) {
    assertThat(release).virtualService("remla-all-app").routes("stable", 90).routes("canary", 10);
  }

  @ParameterizedTest
  @CsvSource({"0,100", "10,90", "100,0"})
  void dividesFirstRequestsByWeight(int canary, int stable, ChartRendering chart) {
    Release release = chart.render(request -> request.set("canaryWeight=" + canary));
    assertThat(release)
        .virtualService("remla-all-app")
        .routes("stable", stable)
        .routes("canary", canary);
    assertThat(release).deployment("remla-all-app-canary").container().hasEnv("RELEASE_TRACK");
  }

  @Test
  @Values("canaryWeight=10")
  void remembersWhichVersionAVisitorMet(Release release) {
    assertThat(release)
        .virtualService("remla-all-app")
        .hasRoutes("sticky-stable", "sticky-canary", "split")
        .routes("sticky-canary", "canary", 100)
        .routes("sticky-stable", "stable", 100);
  }

  @ParameterizedTest
  @CsvSource({"0", "100"})
  void forgetsItWhereThereIsNoChoice(int weight, ChartRendering chart) {
    assertThat(chart.render(request -> request.set("canaryWeight=" + weight)))
        .virtualService("remla-all-app")
        .hasRoutes("split");
  }

  @Test
  @Values({"canaryWeight=0", "canary.enabled=false"})
  void leavesNothingOfTheCanaryWhereThereIsNone(Release release) {
    assertThat(release)
        .hasNo("Deployment", "remla-all-app-canary")
        .hasNo("Deployment", "remla-all-model-service-canary");
  }

  @Test
  @Values("canaryWeight=101")
  void refusesMoreThanAll(RenderFailure failure) {
    assertThat(failure).isAt("values.schema.json").mentions("canaryWeight", "maximum", "100");
  }
}
