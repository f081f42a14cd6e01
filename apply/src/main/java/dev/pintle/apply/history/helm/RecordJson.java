package dev.pintle.apply.history.helm;

import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.RecordedHook.Phase;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Info;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.chart.ChartJson;
import dev.pintle.release.Hook;
import dev.pintle.release.Resource;
import dev.pintle.release.manifest.ManifestHeadReader;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A release record in the form in which Go's {@code encoding/json} writes Helm's struct {@code
 * release.Release}. Labels are not in it: Helm keeps them beside it. Stateless.
 */
final class RecordJson {

  /** Times are written with the offset of this machine, as Helm's are. */
  private static final ZoneId ZONE = ZoneId.systemDefault();

  private RecordJson() {}

  static Table write(ReleaseRecord release) {
    Table table = new Table();
    putText(table, "name", release.name());
    table.put("info", info(release.info()));
    table.put("chart", ChartJson.write(release.chart()));
    if (!release.values().isEmpty()) {
      table.put("config", release.values());
    }
    putText(table, "manifest", release.manifest());
    if (!release.hooks().isEmpty()) {
      table.put("hooks", Sequence.copyOf(release.hooks().stream().map(RecordJson::hook).toList()));
    }
    table.put("version", (long) release.revision());
    putText(table, "namespace", release.namespace());
    putText(table, "apply_method", release.method().helmName());
    return table;
  }

  private static Table info(Info info) {
    Table table = new Table();
    putTime(table, "first_deployed", info.firstDeployed());
    putTime(table, "last_deployed", info.lastDeployed());
    putTime(table, "deleted", info.deleted());
    putText(table, "description", info.description());
    table.put("status", info.status().helmName());
    putText(table, "notes", info.notes());
    return table;
  }

  private static Table hook(RecordedHook recorded) {
    Hook hook = recorded.hook();
    Table table = new Table();
    putText(table, "name", hook.resource().name());
    putText(table, "kind", hook.resource().kind());
    putText(table, "path", hook.resource().source());
    putText(table, "manifest", hook.resource().text());
    putTexts(table, "events", hook.events().stream().map(Hook.Event::helmName).toList());
    Table lastRun = new Table();
    putTime(lastRun, "started_at", recorded.lastRun().startedAt());
    putTime(lastRun, "completed_at", recorded.lastRun().completedAt());
    lastRun.put("phase", recorded.lastRun().phase().helmName());
    table.put("last_run", lastRun);
    if (hook.weight() != 0) {
      table.put("weight", (long) hook.weight());
    }
    putTexts(table, "delete_policies", hook.deletePolicies());
    putTexts(table, "output_log_policies", hook.outputLogPolicies());
    return table;
  }

  private static void putText(Table table, String key, String text) {
    if (!text.isEmpty()) {
      table.put(key, text);
    }
  }

  private static void putTexts(Table table, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      table.put(key, Sequence.copyOf(texts));
    }
  }

  private static void putTime(Table table, String key, Instant time) {
    if (time != null) {
      table.put(key, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE)));
    }
  }

  /**
   * Reads a record; what is not there is empty.
   *
   * @throws IllegalArgumentException if something has not the type that it has in Helm's struct
   */
  static ReleaseRecord read(Table table, Map<String, String> labels) {
    JsonFields fields = new JsonFields(table, "");
    JsonFields chart = fields.object("chart");
    JsonFields config = fields.object("config");
    return new ReleaseRecord(
        fields.text("name"),
        fields.text("namespace"),
        fields.integer("version"),
        readInfo(fields.object("info")),
        chart == null ? ChartJson.read(new Table()) : ChartJson.read(chart.table()),
        config == null ? new Table() : config.table(),
        fields.text("manifest"),
        readHooks(fields.objects("hooks")),
        labels,
        Method.ofHelmName(fields.text("apply_method")));
  }

  private static Info readInfo(JsonFields fields) {
    if (fields == null) {
      return new Info(null, null, null, ReleaseStatus.UNKNOWN, "", "");
    }
    return new Info(
        fields.time("first_deployed"),
        fields.time("last_deployed"),
        fields.time("deleted"),
        ReleaseStatus.ofHelmName(fields.text("status")),
        fields.text("description"),
        fields.text("notes"));
  }

  private static List<RecordedHook> readHooks(List<JsonFields> items) {
    List<RecordedHook> hooks = new ArrayList<>();
    for (JsonFields fields : items) {
      String manifest = fields.text("manifest");
      Resource resource =
          new Resource(
              fields.text("path"),
              manifest,
              ManifestHeadReader.read(manifest),
              Resource.Trace.UNKNOWN);
      hooks.add(
          new RecordedHook(
              new Hook(
                  resource,
                  fields.texts("events").stream()
                      .map(Hook.Event::ofHelmName)
                      .filter(Objects::nonNull)
                      .toList(),
                  fields.integer("weight"),
                  fields.texts("delete_policies"),
                  fields.texts("output_log_policies")),
              readRun(fields.object("last_run"))));
    }
    return hooks;
  }

  private static RecordedHook.Run readRun(JsonFields fields) {
    return fields == null
        ? RecordedHook.Run.NEVER
        : new RecordedHook.Run(
            fields.time("started_at"),
            fields.time("completed_at"),
            Phase.ofHelmName(fields.text("phase")));
  }
}
