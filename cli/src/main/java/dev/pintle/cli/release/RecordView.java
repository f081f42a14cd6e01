package dev.pintle.cli.release;

import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.chart.Dependency;
import dev.pintle.chart.Maintainer;
import dev.pintle.chart.Metadata;
import dev.pintle.release.Hook;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.StructValue;
import dev.pintle.render.function.date.GoTime;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;

/** A revision of a release as templates see it: the fields and methods of Helm's own types. */
final class RecordView {

  private RecordView() {}

  static GoValue of(ReleaseRecord record) {
    return StructValue.of("*v1.Release")
        .pointer()
        .field("Name", record.name())
        .field("Info", info(record.info()))
        .field("Chart", chart(record.chart()))
        .field("Config", record.values())
        .field("Manifest", record.manifest())
        .field("Hooks", Sequence.copyOf(record.hooks().stream().map(RecordView::hook).toList()))
        .field("Version", GoInt.of(record.revision()))
        .field("Namespace", record.namespace())
        .field("Labels", texts(record.labels()))
        .field("ApplyMethod", record.method().helmName())
        .build();
  }

  private static GoValue info(ReleaseRecord.Info info) {
    return StructValue.of("*v1.Info")
        .pointer()
        .field("FirstDeployed", GoTime.of(info.firstDeployed()))
        .field("LastDeployed", GoTime.of(info.lastDeployed()))
        .field("Deleted", GoTime.of(info.deleted()))
        .field("Description", info.description())
        .field("Status", info.status().helmName())
        .field("Notes", info.notes())
        .field("Resources", Table.nil(GoType.MAP))
        .build();
  }

  private static GoValue hook(RecordedHook recorded) {
    Hook hook = recorded.hook();
    return StructValue.of("*v1.Hook")
        .pointer()
        .field("Name", hook.resource().name())
        .field("Kind", hook.resource().kind())
        .field("Path", hook.resource().source())
        .field("Manifest", hook.resource().text())
        .field("Events", texts(hook.events().stream().map(Hook.Event::helmName).toList()))
        .field("LastRun", run(recorded.lastRun()))
        .field("Weight", GoInt.of(hook.weight()))
        .field("DeletePolicies", texts(hook.deletePolicies()))
        .field("OutputLogPolicies", texts(hook.outputLogPolicies()))
        .build();
  }

  private static GoValue run(RecordedHook.Run run) {
    return StructValue.of("v1.HookExecution")
        .field("StartedAt", GoTime.of(run.startedAt()))
        .field("CompletedAt", GoTime.of(run.completedAt()))
        .field("Phase", run.phase().helmName())
        .build();
  }

  private static GoValue chart(Chart chart) {
    String name = chart.name();
    return StructValue.of("*v2.Chart")
        .pointer()
        .field("Metadata", metadata(chart.metadata()))
        .field("Templates", files(chart.templates()))
        .field("Values", chart.values())
        .field("Files", files(chart.files()))
        .method(Function.of("Name", () -> name))
        .method(Function.of("AppVersion", () -> chart.metadata().appVersion()))
        .method(Function.of("IsRoot", () -> true))
        .method(Function.of("ChartPath", () -> name))
        .method(Function.of("ChartFullPath", () -> name))
        .method(Function.of("Dependencies", Sequence::empty))
        .build();
  }

  private static Sequence files(List<ChartFile> files) {
    return Sequence.copyOf(
        files.stream()
            .map(
                file ->
                    StructValue.of("*common.File")
                        .pointer()
                        .field("Name", file.name())
                        .field("Data", file.text())
                        .build())
            .toList());
  }

  private static GoValue metadata(Metadata metadata) {
    return StructValue.of("*v2.Metadata")
        .pointer()
        .field("Name", metadata.name())
        .field("Home", metadata.home())
        .field("Sources", texts(metadata.sources()))
        .field("Version", metadata.version())
        .field("Description", metadata.description())
        .field("Keywords", texts(metadata.keywords()))
        .field(
            "Maintainers",
            Sequence.copyOf(metadata.maintainers().stream().map(RecordView::maintainer).toList()))
        .field("Icon", metadata.icon())
        .field("APIVersion", metadata.apiVersion())
        .field("Condition", metadata.condition())
        .field("Tags", metadata.tags())
        .field("AppVersion", metadata.appVersion())
        .field("Deprecated", metadata.deprecated())
        .field("Annotations", texts(metadata.annotations()))
        .field("KubeVersion", metadata.kubeVersion())
        .field(
            "Dependencies",
            Sequence.copyOf(metadata.dependencies().stream().map(RecordView::dependency).toList()))
        .field("Type", metadata.type())
        .build();
  }

  private static GoValue maintainer(Maintainer maintainer) {
    return StructValue.of("*v2.Maintainer")
        .pointer()
        .field("Name", maintainer.name())
        .field("Email", maintainer.email())
        .field("URL", maintainer.url())
        .build();
  }

  private static GoValue dependency(Dependency dependency) {
    return StructValue.of("*v2.Dependency")
        .pointer()
        .field("Name", dependency.name())
        .field("Version", dependency.version())
        .field("Repository", dependency.repository())
        .field("Condition", dependency.condition())
        .field("Tags", texts(dependency.tags()))
        .field("Enabled", dependency.enabled())
        .field("Alias", dependency.alias())
        .build();
  }

  private static Sequence texts(List<String> texts) {
    return Sequence.ofType(GoType.STRING_LIST, texts);
  }

  private static Table texts(Map<String, String> texts) {
    Table table = Table.ofType(GoType.STRING_MAP);
    table.putAll(texts);
    return table;
  }
}
