package dev.pintle.cli.report;

import dev.pintle.apply.Readiness;
import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.helm.HelmRecord;
import dev.pintle.chart.Metadata;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.release.Hook;
import dev.pintle.render.EarlierValues;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A release as Helm prints it after an install or upgrade and on {@code status} and {@code get
 * all}.
 *
 * @param resources its objects as they are now, by kind; empty if that was not asked
 * @param readiness how they are; empty if that was not asked
 * @param isFull whether chart, values, hooks and manifest are shown too
 * @param showsNotes whether the chart's notes are shown
 */
public record ReleaseReport(
    ReleaseRecord release,
    Map<String, List<Table>> resources,
    List<Readiness> readiness,
    boolean isFull,
    boolean showsNotes) {

  /** A release by itself, without anything that a cluster has of it. */
  public static ReleaseReport of(ReleaseRecord release, boolean isFull, boolean showsNotes) {
    return new ReleaseReport(release, Map.of(), List.of(), isFull, showsNotes);
  }

  /** The release as programs get it: as it is kept. */
  public Map<String, Object> data() {
    return StructFields.RELEASE.ordered(HelmRecord.of(release).json());
  }

  /** The same without the chart, and with its objects. */
  public Map<String, Object> dataWithObjects() {
    Table data = HelmRecord.of(release).json().deepCopy();
    data.remove("chart");
    Table info = (Table) data.get("info");
    if (!resources.isEmpty()) {
      Table kinds = new Table();
      resources.forEach((kind, objects) -> kinds.put(kind, Sequence.copyOf(objects)));
      info.put("resources", kinds);
    }
    if (!readiness.isEmpty()) {
      info.put("readiness", Sequence.copyOf(readiness.stream().map(ReleaseReport::row).toList()));
    }
    return StructFields.RELEASE.ordered(data);
  }

  private static Table row(Readiness each) {
    Table row = new Table();
    row.put("apiVersion", each.object().apiVersion());
    row.put("kind", each.object().kind());
    row.put("namespace", each.object().namespace());
    row.put("name", each.object().name());
    row.put("status", each.status().kstatusName());
    row.put("message", each.message());
    return row;
  }

  /**
   * The text for people.
   *
   * @param withMetadata whether name and versions of the chart are shown
   */
  public String text(boolean withMetadata) {
    StringBuilder out = new StringBuilder();
    line(out, "NAME: ", Visible.name(release.name()));
    if (release.info().lastDeployed() != null) {
      line(out, "LAST DEPLOYED: ", ShownTime.ansic(release.info().lastDeployed()));
    }
    line(out, "NAMESPACE: ", Visible.name(release.namespace()));
    line(out, "STATUS: ", release.status().helmName());
    line(out, "REVISION: ", Integer.toString(release.revision()));
    if (withMetadata) {
      Metadata chart = release.chart().metadata();
      line(out, "CHART: ", Visible.name(chart.name()));
      line(out, "VERSION: ", Visible.name(chart.version()));
      line(out, "APP_VERSION: ", Visible.name(chart.appVersion()));
    }
    line(out, "DESCRIPTION: ", release.info().description());
    if (!resources.isEmpty()) {
      line(out, "RESOURCES:\n", new ResourceTables(Instant.now()).text(resources));
    }
    readiness(out);
    tests(out);
    if (isFull) {
      values(out);
    }
    if (isFull || release.info().description().equalsIgnoreCase("Dry run complete")) {
      out.append("HOOKS:\n");
      release.hooks().forEach(hook -> document(out, hook.hook()));
      line(out, "MANIFEST:\n", release.manifest());
    }
    if (showsNotes && !release.info().notes().isEmpty()) {
      line(out, "NOTES:\n", GoStrings.trimSpace(release.info().notes()));
    }
    return out.toString();
  }

  private void readiness(StringBuilder out) {
    if (readiness.isEmpty()) {
      return;
    }
    TextTable table = new TextTable();
    table.row("KIND", "NAME", "STATUS", "MESSAGE");
    for (Readiness each : readiness) {
      table.row(
          each.object().kind(), each.object().name(), each.status().kstatusName(), each.message());
    }
    line(out, "READINESS:\n", table.text());
  }

  private void tests(StringBuilder out) {
    List<RecordedHook> tests =
        release.hooks().stream().filter(hook -> hook.hook().isTest()).toList();
    if (tests.isEmpty()) {
      out.append("TEST SUITE: None\n");
    }
    for (RecordedHook test : tests) {
      Instant started = test.lastRun().startedAt();
      if (started != null) {
        line(out, "TEST SUITE:     ", Visible.name(test.hook().resource().name()));
        line(out, "Last Started:   ", ShownTime.ansic(started));
        line(out, "Last Completed: ", ShownTime.ansic(test.lastRun().completedAt()));
        line(out, "Phase:          ", test.lastRun().phase().helmName());
      }
    }
  }

  private void values(StringBuilder out) {
    // None at all are null, since that is what Helm has read of its record.
    Table given = release.values().isEmpty() ? null : release.values();
    line(out, "USER-SUPPLIED VALUES:\n", GoEncoding.yaml(given));
    Table all = new EarlierValues(release.chart(), release.values()).coalesced();
    line(out, "COMPUTED VALUES:\n", GoEncoding.yaml(all));
  }

  /** A hook as Helm prints it between others. */
  public static void document(StringBuilder out, Hook hook) {
    out.append("---\n# Source: ").append(Visible.name(hook.resource().source())).append('\n');
    out.append(hook.resource().text()).append('\n');
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append(label).append(text).append('\n');
  }
}
