package dev.pintle.apply.history;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One revision of a release as it is kept: everything that Helm's release record holds. Immutable,
 * safe to share between threads.
 *
 * @param name the release's name
 * @param namespace the namespace that it, and its records, live in
 * @param revision from 1
 * @param info when it was made, and what became of it
 * @param chart the chart it was rendered from. Helm keeps it without the charts below it, so a
 *     record that was read has none either
 * @param values what the user gave, without the chart's defaults; frozen
 * @param manifest its resources as text, each under a line that names its template
 * @param hooks its hooks, and how they ran
 * @param labels what the user wants the record to be found by
 * @param method how its objects were applied
 */
public record ReleaseRecord(
    String name,
    String namespace,
    int revision,
    Info info,
    Chart chart,
    Table values,
    String manifest,
    List<RecordedHook> hooks,
    Map<String, String> labels,
    Method method) {

  /**
   * When a revision was made, and what became of it.
   *
   * @param firstDeployed when the first revision was
   * @param lastDeployed when this revision was
   * @param deleted when it was uninstalled, or null
   * @param description what happened, for people
   * @param notes the chart's notes, empty if it has none
   */
  public record Info(
      Instant firstDeployed,
      Instant lastDeployed,
      Instant deleted,
      ReleaseStatus status,
      String description,
      String notes) {}

  /** How objects were applied: records of Helm 3, which say nothing, are client-side. */
  public enum Method {
    /** Server-side apply. */
    SERVER_SIDE("ssa"),
    /** Three-way merges by the client. */
    CLIENT_SIDE("csa"),
    /** Not said, as Helm 3 does; that merged by the client. */
    UNSAID("");

    private final String helmName;

    Method(String helmName) {
      this.helmName = helmName;
    }

    /** The name in Helm's records; empty for {@link #UNSAID}. */
    public String helmName() {
      return helmName;
    }

    /** The method of a name; {@link #UNSAID} for names that are none. */
    public static Method ofHelmName(String name) {
      return Arrays.stream(values())
          .filter(method -> method.helmName.equals(name))
          .findFirst()
          .orElse(UNSAID);
    }
  }

  /** Lists are copied, values frozen. */
  public ReleaseRecord {
    values.freeze();
    hooks = List.copyOf(hooks);
    labels = Map.copyOf(labels);
  }

  /**
   * The record of a rendered release before anything is done.
   *
   * @param revision which revision it becomes
   * @param info with the release's notes put in place of its own
   * @param method how its objects are going to be applied
   */
  public static ReleaseRecord of(
      Release release, int revision, Info info, Map<String, String> labels, Method method) {
    return new ReleaseRecord(
        release.name(),
        release.namespace(),
        revision,
        new Info(
            info.firstDeployed(),
            info.lastDeployed(),
            info.deleted(),
            info.status(),
            info.description(),
            release.notes()),
        release.chart(),
        release.values(),
        release.resourcesManifest(),
        release.hooks().stream().map(RecordedHook::of).toList(),
        labels,
        method);
  }

  /** The state of the revision. */
  public ReleaseStatus status() {
    return info.status();
  }

  /** The same in another state. */
  public ReleaseRecord withStatus(ReleaseStatus status, String description) {
    return withInfo(
        new Info(
            info.firstDeployed(),
            info.lastDeployed(),
            info.deleted(),
            status,
            description,
            info.notes()));
  }

  /** The same with other times and another state. */
  public ReleaseRecord withInfo(Info newInfo) {
    return new ReleaseRecord(
        name, namespace, revision, newInfo, chart, values, manifest, hooks, labels, method);
  }

  /** The same with another manifest, to be shown in place of this. */
  public ReleaseRecord withManifest(String newManifest) {
    return new ReleaseRecord(
        name, namespace, revision, info, chart, values, newManifest, hooks, labels, method);
  }

  /** The same with other labels. */
  public ReleaseRecord withLabels(Map<String, String> newLabels) {
    return new ReleaseRecord(
        name, namespace, revision, info, chart, values, manifest, hooks, newLabels, method);
  }

  /** The same after hooks have run. */
  public ReleaseRecord withHooks(List<RecordedHook> newHooks) {
    return new ReleaseRecord(
        name, namespace, revision, info, chart, values, manifest, newHooks, labels, method);
  }
}
