package dev.pintle.render.context;

import dev.pintle.chart.ChartFile;
import dev.pintle.chart.Metadata;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.render.function.GoValue;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.GoInt;
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

  private static final int BYTES_OF_ENTRY = 64;

  private final List<Renderable> renderables = new ArrayList<>();
  private final Table release;
  private final GoValue capabilities;
  private final Budget budget;

  private RenderContexts(Table release, GoValue capabilities, Budget budget) {
    this.budget = budget;
    this.release = release;
    this.capabilities = capabilities;
  }

  /** All templates of a composed chart, in the order in which they are to run. */
  public static List<Renderable> of(ComposedChart root, ReleaseRequest request, Budget budget) {
    return of(root, request, release(request), budget);
  }

  /**
   * The same for a linter: Helm's tells templates that they run neither for an install nor for an
   * upgrade, and for no revision.
   */
  public static List<Renderable> forLint(
      ComposedChart root, ReleaseRequest request, Budget budget) {
    Table release = release(request);
    release.put("IsInstall", false);
    release.put("Revision", GoInt.of(0));
    return of(root, request, release, budget);
  }

  private static List<Renderable> of(
      ComposedChart root, ReleaseRequest request, Table release, Budget budget) {
    RenderContexts contexts =
        new RenderContexts(release, CapabilitiesValue.of(request.capabilities()), budget);
    contexts.add(root);
    contexts.renderables.sort(RUN_ORDER);
    return contexts.renderables;
  }

  /** A chart may be there many times, and its name may be as long as its file. */
  private void count(ComposedChart chart) {
    Metadata metadata = chart.metadata();
    long entries =
        (long) metadata.sources().size()
            + metadata.keywords().size()
            + metadata.maintainers().size()
            + metadata.annotations().size()
            + metadata.dependencies().size()
            + chart.chart().files().size();
    int templates = chart.chart().templates().size();
    budget.worked(1 + entries + templates);
    budget.built(BYTES_OF_ENTRY * (1 + entries) + (long) templates * chart.path().length());
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
    count(chart);
    context.put("Chart", MetadataTable.of(chart.metadata(), chart.isRoot()));
    context.put("Files", FilesValue.of(chart.chart().files()));
    context.put("Release", release);
    context.put("Capabilities", capabilities);
    context.put("Values", chart.values());
    context.put("Subcharts", subcharts);
    for (ComposedChart dependency : chart.dependencies()) {
      subcharts.put(dependency.name(), add(dependency));
    }
    String path = chart.path();
    String directory = path + "/templates";
    for (ChartFile template : chart.chart().templates()) {
      if (!chart.metadata().isLibrary() || Renderable.isPartial(template.name())) {
        TemplateSource source = new TemplateSource(path + "/" + template.name(), template.text());
        renderables.add(new Renderable(source, directory, context));
      }
    }
    return context;
  }
}
