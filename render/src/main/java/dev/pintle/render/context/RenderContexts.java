package dev.pintle.render.context;

import dev.pintle.chart.ChartFile;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.render.function.GoValue;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers the templates of all enabled charts and makes what each will see: {@code .Values}, {@code
 * .Release}, {@code .Chart}, {@code .Files}, {@code .Capabilities}, {@code .Subcharts}, as Helm's
 * documentation of built-in objects has them.
 */
public final class RenderContexts {

  /** Deepest path first, and in reverse order of names: the order in which Helm's templates run. */
  private static final Comparator<Renderable> RUN_ORDER =
      Comparator.comparingLong((Renderable file) -> slashes(file.source().name()))
          .thenComparing(file -> file.source().name(), GoStrings.BYTE_ORDER)
          .reversed();

  private final List<Renderable> renderables = new ArrayList<>();
  private final Table release;
  private final GoValue capabilities;

  private RenderContexts(Table release, GoValue capabilities) {
    this.release = release;
    this.capabilities = capabilities;
  }

  /** All templates of a composed chart, in the order in which they are to run. */
  public static List<Renderable> of(ComposedChart root, ReleaseRequest request) {
    return of(root, request, release(request));
  }

  /**
   * The same for a linter: Helm's tells templates that they run neither for an install nor for an
   * upgrade, and for no revision.
   */
  public static List<Renderable> forLint(ComposedChart root, ReleaseRequest request) {
    Table release = release(request);
    release.put("IsInstall", false);
    release.put("Revision", GoInt.of(0));
    return of(root, request, release);
  }

  private static List<Renderable> of(ComposedChart root, ReleaseRequest request, Table release) {
    RenderContexts contexts =
        new RenderContexts(release, CapabilitiesValue.of(request.capabilities()));
    contexts.add(root);
    contexts.renderables.sort(RUN_ORDER);
    return contexts.renderables;
  }

  private static long slashes(String name) {
    return name.chars().filter(c -> c == '/').count();
  }

  private static Table release(ReleaseRequest request) {
    Table release = new Table();
    release.put("Name", request.name());
    release.put("Namespace", request.namespace());
    release.put("IsUpgrade", request.isUpgrade());
    release.put("IsInstall", !request.isUpgrade());
    release.put("Revision", GoInt.of(Math.max(1, request.revision())));
    release.put("Service", "Helm");
    return release;
  }

  private Table add(ComposedChart chart) {
    Table subcharts = new Table();
    Table context = Table.ofType(GoType.VALUES);
    context.put("Chart", MetadataTable.of(chart.metadata(), chart.isRoot()));
    context.put("Files", FilesValue.of(chart.chart().files()));
    context.put("Release", release);
    context.put("Capabilities", capabilities);
    context.put("Values", chart.values());
    context.put("Subcharts", subcharts);
    for (ComposedChart dependency : chart.dependencies()) {
      subcharts.put(dependency.name(), add(dependency));
    }
    for (ChartFile template : chart.chart().templates()) {
      if (!chart.metadata().isLibrary() || Renderable.isPartial(template.name())) {
        TemplateSource source =
            new TemplateSource(chart.path() + "/" + template.name(), template.text());
        renderables.add(new Renderable(source, chart.path() + "/templates", context));
      }
    }
    return context;
  }
}
