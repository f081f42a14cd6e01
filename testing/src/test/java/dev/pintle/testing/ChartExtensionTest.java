package dev.pintle.testing;

import static dev.pintle.testing.PintleAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.render.Pintle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What tests of charts get from the extension; this is one. */
@ChartTest(Shop.CHART)
@Values("sidecar=false")
class ChartExtensionTest {

  /** The same object in all classes, so that it is seen that it was loaded once. */
  private static final class Seen {
    private static final Set<Integer> CHARTS = ConcurrentHashMap.newKeySet();
  }

  @Test
  void rendersWithTheValuesOfTheClass(Release release) {
    assertThat(release).deployment("shop-app").hasContainers("app");
  }

  @Test
  @Values("canaryWeight=25")
  @Values(files = "values-prod.yaml", strings = "note=1")
  void rendersWithTheValuesOfTheTest(Release release) {
    assertThat(release).virtualService("shop-app").routes("stable", 75);
    assertThat(release).deployment("shop-app").hasContainers("app").container().hasImageTag("1.1");
    assertThat(release.values().get("note")).isEqualTo("1");
  }

  @Test
  @Values(files = "src/test/resources/charts/shop/values-prod.yaml", json = "canaryWeight=7")
  void findsFilesInTheModuleToo(Release release) {
    assertThat(release).deployment("shop-app").container().hasImageTag("1.1");
    assertThat(release).virtualService("shop-app").routes("canary", 7);
  }

  @Test
  @Values("canaryWeight=101")
  void givesFailures(RenderFailure failure, Chart chart) {
    assertThat(failure).isAt("values.schema.json").mentions("canaryWeight", "maximum", "100");
    assertThat(chart.name()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 100})
  void rendersWithValuesFromJava(int weight, ChartRendering chart) {
    Release release = chart.render(request -> request.values(Map.of("canaryWeight", weight)));
    assertThat(release).virtualService("shop-app").routes("canary", weight);
    assertThat(release).deployment("shop-app").hasContainers("app");
  }

  @Test
  @ReleasedAs(
      name = "store",
      namespace = "prod",
      kubeVersion = "1.31",
      apiVersions = "monitoring.coreos.com/v1",
      upgrade = true)
  void rendersForACluster(Release release) {
    assertThat(release).deployment("store-app").isInNamespace("prod");
    assertThat(release)
        .virtualService("store-app")
        .hasAnnotation("example.com/kube", "v1.31")
        .hasAnnotation("example.com/upgrade", "true")
        .hasAnnotation("example.com/monitors", "true");
  }

  @Test
  void rendersTheSameEachTime(Release release, ChartRendering again) {
    assertThat(release.manifest()).isEqualTo(again.render().manifest());
    assertThat(release).virtualService("shop-app").hasAnnotation("example.com/now", "2025-01-01");
  }

  @Nested
  @Values("canaryWeight=30")
  class Inside {

    @Test
    @Values("tag=9.9")
    void addsToWhatIsAround(Release release) {
      assertThat(release).virtualService("shop-app").routes("canary", 30);
      assertThat(release)
          .deployment("shop-app")
          .hasContainers("app")
          .container()
          .hasImageTag("9.9");
    }
  }

  @ExtendWith(OnlyWhenAsked.class)
  @ChartTest(Shop.CHART)
  static class Failing {

    @Test
    @Values("canaryWeight=101")
    void isRefused(Release release) {}

    @Test
    void isRendered(RenderFailure failure) {}
  }

  @ExtendWith(OnlyWhenAsked.class)
  @ChartTest("no/such/chart")
  static class Missing {

    @Test
    void hasNoChart(Release release) {}
  }

  @ExtendWith(OnlyWhenAsked.class)
  @ChartTest(value = Shop.CHART, pintle = Loaded.class)
  static class First {

    @Test
    void seesTheChart(Chart chart) {
      Seen.CHARTS.add(System.identityHashCode(chart));
    }
  }

  @ExtendWith(OnlyWhenAsked.class)
  static class Second extends First {}

  /** The classes here are run by the tests below, not by the build. */
  static final class OnlyWhenAsked implements ExecutionCondition {
    private static final String ASKED = "dev.pintle.testing.asked";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(ASKED).isPresent()
          ? ConditionEvaluationResult.enabled("asked for")
          : ConditionEvaluationResult.disabled("only run by another test");
    }
  }

  /** Says that a class can choose what renders. */
  static final class Loaded implements Supplier<Pintle> {
    @Override
    public Pintle get() {
      return Pintle.builder().seed(7).build();
    }
  }

  @Test
  void saysWhyATestGetsNothing() {
    assertThat(messages(run(Failing.class)))
        .anyMatch(message -> message.contains("the chart shop cannot be rendered"))
        .anyMatch(message -> message.contains("expected the chart shop to refuse this"))
        .hasSize(2);
    assertThat(messages(run(Missing.class)))
        .singleElement()
        .asString()
        .contains("there is no no/such/chart in ");
  }

  @Test
  void loadsAChartOnceForAllClasses() {
    Seen.CHARTS.clear();
    TestExecutionSummary summary = run(First.class, Second.class);
    assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
    assertThat(Seen.CHARTS).hasSize(1);
  }

  private static TestExecutionSummary run(Class<?>... classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter(OnlyWhenAsked.ASKED, "true")
            .selectors(List.of(classes).stream().map(DiscoverySelectors::selectClass).toList())
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static List<String> messages(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(failure -> failure.getException().getMessage())
        .collect(Collectors.toList());
  }
}
