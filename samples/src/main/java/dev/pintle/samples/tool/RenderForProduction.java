package dev.pintle.samples.tool;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.render.Pintle;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;

/** Renders a chart inside a tool. */
public final class RenderForProduction {

  private RenderForProduction() {}

  /**
   * The product as it is to run in production.
   *
   * @param charts the directory that has the chart {@code remla-all}
   * @param modelVersion the tag of the model service's canary
   */
  public static Release release(Path charts, String modelVersion) {
    Chart chart = Chart.load(charts.resolve("remla-all")); // immutable, share it freely

    return Pintle.render(
        chart,
        request ->
            request
                .name("remla-all")
                .namespace("prod")
                .valuesFrom(charts.resolve("remla-all/values-prod.yaml"))
                .set("modelService.canary.image.tag=" + modelVersion)
                .set("canaryWeight=10")
                .kubeVersion("1.34"));
  }

  /** What somebody who releases wants to know, in a line. */
  public static String summary(Release release) {
    Deployment app = release.one(Deployment.class, "remla-all-app");
    VirtualService routes = release.one(VirtualService.class, "remla-all-app");
    return "%s in %s: %s, %d routes, %d resources"
        .formatted(
            release.name(),
            release.namespace(),
            app.getSpec().getTemplate().getSpec().getContainers().get(0).getImage(),
            routes.getSpec().getHttp().size(),
            release.resources().size());
  }

  /** Prints the manifest, the bytes of {@code helm template}. */
  @SuppressWarnings("PMD.SystemPrintln") // what a program prints
  public static void main(String[] arguments) {
    System.out.print(release(Path.of("charts"), "1.5.1").manifest());
  }
}
