package dev.pintle.testing;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import java.nio.file.Path;
import java.util.List;

/** Renders the chart in the test's resources. */
final class Shop {

  static final String CHART = "src/test/resources/charts/shop";

  private Shop() {}

  static Release release(String... sets) {
    return rendering().render(request -> List.of(sets).forEach(request::set));
  }

  static ChartRendering rendering() {
    return new ChartRendering(
        Chart.load(Path.of(CHART)),
        new RepeatablePintle().get(),
        BuildPaths.ofModule(),
        request -> request.name("shop"));
  }
}
