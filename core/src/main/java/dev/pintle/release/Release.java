package dev.pintle.release;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chart and its values were rendered into. Immutable, safe to share between threads.
 *
 * @param name the release's name
 * @param namespace the namespace it is meant for
 * @param revision which revision of it this is, from 1, as its templates were told; 0 if they were
 *     not, and then they saw a 1
 * @param chart its chart as Helm keeps it with a release: it names only the dependencies that are
 *     enabled, and has the values that are imported into it
 * @param values what the user gave, without the chart's defaults; frozen
 * @param crds the files of all {@code crds/} directories, each named by its path in the release
 * @param resources the rendered objects, in Helm's install order
 * @param hooks the rendered hooks, in Helm's install order
 * @param notes the text of the chart's {@code NOTES.txt}, empty if it has none
 * @param parts which of these {@link #manifest()} prints
 * @param warnings what Helm would log while it renders, what validators could not check and, if
 *     {@link ReleaseRequest#warns()}, more
 */
public record Release(
    String name,
    String namespace,
    int revision,
    Chart chart,
    Table values,
    List<ChartFile> crds,
    List<Resource> resources,
    List<Hook> hooks,
    String notes,
    Parts parts,
    List<Diagnostic> warnings) {

  /**
   * What a manifest shows besides the resources.
   *
   * @param crds {@code --include-crds}
   * @param hooks unless {@code --no-hooks}
   * @param tests unless {@code --skip-tests}
   */
  public record Parts(boolean crds, boolean hooks, boolean tests) {

    /** What {@code helm template} prints without any flag. */
    public static final Parts DEFAULT = new Parts(false, true, true);
  }

  /** Lists are copied, values frozen. */
  public Release {
    values.freeze();
    crds = List.copyOf(crds);
    resources = List.copyOf(resources);
    hooks = List.copyOf(hooks);
    warnings = List.copyOf(warnings);
  }

  /** The same with more warnings. */
  public Release withWarnings(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Release(
        name, namespace, revision, chart, values, crds, resources, hooks, notes, parts, all);
  }

  /** The hooks that {@link #parts()} lets through. */
  public List<Hook> shownHooks() {
    if (!parts.hooks()) {
      return List.of();
    }
    return parts.tests() ? hooks : hooks.stream().filter(hook -> !hook.isTest()).toList();
  }

  /** The resources alone, without CRDs and hooks: what Helm keeps as a release's manifest. */
  public String resourcesManifest() {
    StringBuilder out = new StringBuilder();
    resources.forEach(resource -> document(out, resource.source(), resource.text()));
    return out.toString();
  }

  /**
   * All objects that {@link #manifest()} prints, in its order: CRDs, resources and hooks, as {@link
   * #parts()} has it.
   *
   * @throws dev.pintle.diagnostic.PintleException if a file of {@code crds/} that is printed is no
   *     YAML
   */
  public List<Resource> shownResources() {
    List<Resource> shown = new ArrayList<>();
    if (parts.crds()) {
      crds.forEach(file -> shown.addAll(CrdFiles.resources(file)));
    }
    shown.addAll(resources);
    shownHooks().forEach(hook -> shown.add(hook.resource()));
    return shown;
  }

  /**
   * The resource of that kind, in whatever API version, and that name, of all that {@link
   * #manifest()} prints.
   *
   * @throws NoSuchResourceException if there is none, or more than one
   */
  public Resource resource(String kind, String name) {
    return ResourceSearch.of(this).one(kind, name);
  }

  /**
   * The objects of this release as Java classes.
   *
   * @throws IllegalStateException if the module {@code pintle-typed} is not on the class path
   */
  public ReleaseObjects objects() {
    return ReleaseObjects.of(this, ReleaseObjects.presentBinder());
  }

  /** The objects of this release as Java classes, made by another binder. */
  public ReleaseObjects objects(ObjectBinder binder) {
    return ReleaseObjects.of(this, binder);
  }

  /**
   * The object of that class and name, such as {@code one(Deployment.class, "app")}: what {@link
   * ReleaseObjects#one(Class, String)} gives.
   */
  public <T> T one(Class<T> type, String name) {
    return objects().one(type, name);
  }

  /** The only object of that class: what {@link ReleaseObjects#one(Class)} gives. */
  public <T> T one(Class<T> type) {
    return objects().one(type);
  }

  /** All objects of that class: what {@link ReleaseObjects#all} gives. */
  public <T> List<T> all(Class<T> type) {
    return objects().all(type);
  }

  /**
   * The exact text that {@code helm template} prints, but that a template's name stays within its
   * comment: Helm lets a line feed in it end the comment.
   */
  public String manifest() {
    StringBuilder out = new StringBuilder();
    if (parts.crds()) {
      crds.forEach(crd -> document(out, crd.name(), crd.text()));
    }
    out.append(resourcesManifest());
    trim(out);
    out.append('\n');
    shownHooks().forEach(hook -> document(out, hook.resource().source(), hook.resource().text()));
    return out.toString();
  }

  private static void document(StringBuilder out, String source, String text) {
    out.append("---\n# Source: ")
        .append(Visible.name(source))
        .append('\n')
        .append(text)
        .append('\n');
  }

  /** The text always begins with a separator, so only its end can be white space. */
  private static void trim(StringBuilder out) {
    int end = out.length();
    while (end > 0 && GoStrings.isSpace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }
}
