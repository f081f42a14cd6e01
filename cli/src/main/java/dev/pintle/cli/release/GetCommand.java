package dev.pintle.cli.release;

import dev.pintle.apply.Applier;
import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.helm.HelmRecord;
import dev.pintle.chart.Dependency;
import dev.pintle.chart.Metadata;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.CommandGroup;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.report.GoEncoding;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.cli.report.ReleaseReport;
import dev.pintle.cli.report.ShownTime;
import dev.pintle.cli.report.StructFields;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.render.EarlierValues;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.GoText;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle get}: the parts of a release's record. */
@Command(
    name = "get",
    header = "download extended information of a named release",
    description = {
      "This command consists of multiple subcommands which can be used to",
      "get extended information about the release, including:",
      "",
      "- The values used to generate the release",
      "- The generated manifest file",
      "- The notes provided by the chart of the release",
      "- The hooks associated with the release",
      "- The metadata of the release"
    },
    subcommands = {
      GetCommand.All.class,
      GetCommand.Hooks.class,
      GetCommand.Manifest.class,
      GetCommand.MetadataOfRelease.class,
      GetCommand.Notes.class,
      GetCommand.Values.class
    })
public final class GetCommand extends CommandGroup {

  public GetCommand(Console console) {
    super(console);
  }

  /** What all parts have in common. */
  abstract static class Part implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HelpOption help;
    @Mixin private GlobalOptions globalOptions;
    @Mixin private RevisionOption revision;

    @Parameters(hidden = true)
    private List<String> arguments = new ArrayList<>();

    final Console console;

    Part(Console console) {
      this.console = console;
    }

    abstract void print(ReleaseRecord release);

    @Override
    public Integer call() {
      UsageError.requireExactly(spec, 1, arguments);
      ReleaseRecord release;
      try (GlobalOptions.Connected cluster = globalOptions.connect()) {
        release = find(cluster.applier(), arguments.get(0), cluster.namespace(), revision.number());
      }
      print(release);
      return 0;
    }

    ReleaseRecord find(Applier applier, String name, String namespace, int number) {
      return applier.record(name, namespace, number);
    }
  }

  /** {@code pintle get all}. */
  @Command(
      name = "all",
      header = "download all information for a named release",
      customSynopsis = "pintle get all RELEASE_NAME [flags]",
      description = {
        "This command prints a human readable collection of information about the",
        "notes, hooks, supplied values, and generated manifest file of the given release."
      })
  public static final class All extends Part {

    @Option(
        names = "--template",
        paramLabel = "string",
        description = "go template for formatting the output, eg: {{.Release.Name}}")
    private String template = "";

    public All(Console console) {
      super(console);
    }

    @Override
    void print(ReleaseRecord release) {
      if (!template.isEmpty()) {
        Table dot = new Table();
        dot.put("Release", RecordView.of(release));
        console.document(GoText.render("_", template, StandardFunctions.ofGo(), dot));
        return;
      }
      console.out(ReleaseReport.of(release, true, true).text(true));
    }
  }

  /** {@code pintle get hooks}. */
  @Command(
      name = "hooks",
      header = "download all hooks for a named release",
      customSynopsis = "pintle get hooks RELEASE_NAME [flags]",
      description = {
        "This command downloads hooks for a given release.",
        "",
        "Hooks are formatted in YAML and separated by the YAML '---\\n' separator."
      })
  public static final class Hooks extends Part {

    public Hooks(Console console) {
      super(console);
    }

    @Override
    void print(ReleaseRecord release) {
      StringBuilder out = new StringBuilder();
      for (RecordedHook hook : release.hooks()) {
        ReleaseReport.document(out, hook.hook());
      }
      console.document(out.toString());
    }
  }

  /** {@code pintle get manifest}. */
  @Command(
      name = "manifest",
      header = "download the manifest for a named release",
      customSynopsis = "pintle get manifest RELEASE_NAME [flags]",
      description = {
        "This command fetches the generated manifest for a given release.",
        "",
        "A manifest is a YAML-encoded representation of the Kubernetes resources that",
        "were generated from this release's chart(s)."
      })
  public static final class Manifest extends Part {

    public Manifest(Console console) {
      super(console);
    }

    @Override
    void print(ReleaseRecord release) {
      console.document(release.manifest() + "\n");
    }
  }

  /** {@code pintle get notes}. */
  @Command(
      name = "notes",
      header = "download the notes for a named release",
      customSynopsis = "pintle get notes RELEASE_NAME [flags]",
      description = "This command shows notes provided by the chart of a named release.")
  public static final class Notes extends Part {

    public Notes(Console console) {
      super(console);
    }

    @Override
    void print(ReleaseRecord release) {
      if (!release.info().notes().isEmpty()) {
        console.out("NOTES:\n" + release.info().notes() + "\n");
      }
    }
  }

  /** {@code pintle get values}. */
  @Command(
      name = "values",
      header = "download the values file for a named release",
      customSynopsis = "pintle get values RELEASE_NAME [flags]",
      description = "This command downloads a values file for a given release.")
  public static final class Values extends Part {

    @Mixin private OutputOption output;

    @Option(
        names = {"-a", "--all"},
        description = "dump all (computed) values")
    private boolean all;

    public Values(Console console) {
      super(console);
    }

    @Override
    void print(ReleaseRecord release) {
      Table given = release.values().isEmpty() ? null : release.values();
      Table data = all ? new EarlierValues(release.chart(), release.values()).coalesced() : given;
      String title = all ? "COMPUTED VALUES:\n" : "USER-SUPPLIED VALUES:\n";
      if (output.isTable()) {
        console.out(title);
        console.document(GoEncoding.yaml(data)); // may become a values file
      } else {
        output.print(console, () -> "", () -> data);
      }
    }
  }

  /** {@code pintle get metadata}. */
  @Command(
      name = "metadata",
      header = "This command fetches metadata for a given release",
      customSynopsis = "pintle get metadata RELEASE_NAME [flags]",
      description = "This command fetches metadata for a given release")
  public static final class MetadataOfRelease extends Part {

    @Mixin private OutputOption output;

    public MetadataOfRelease(Console console) {
      super(console);
    }

    @Override
    void print(ReleaseRecord release) {
      output.print(console, () -> text(release), () -> fields(release));
    }

    /** Of the last revision, Helm shows the labels of its own too. */
    @Override
    ReleaseRecord find(Applier applier, String name, String namespace, int number) {
      ReleaseRecord release = super.find(applier, name, namespace, number);
      return number == 0 ? release.withLabels(applier.storedLabels(name, namespace)) : release;
    }

    private static String text(ReleaseRecord release) {
      Metadata chart = release.chart().metadata();
      String dependencies =
          chart.dependencies().stream()
              .map(Dependency::name)
              .map(Visible::name)
              .sorted()
              .collect(Collectors.joining(","));
      return "NAME: %s\nCHART: %s\nVERSION: %s\nAPP_VERSION: %s\nANNOTATIONS: %s\nLABELS: %s\n"
              .formatted(
                  Visible.name(release.name()),
                  Visible.name(chart.name()),
                  Visible.name(chart.version()),
                  Visible.name(chart.appVersion()),
                  pairs(chart.annotations()),
                  pairs(release.labels()))
          + "DEPENDENCIES: %s\nNAMESPACE: %s\nREVISION: %d\nSTATUS: %s\nDEPLOYED_AT: %s\n"
              .formatted(
                  dependencies,
                  Visible.name(release.namespace()),
                  release.revision(),
                  release.status().helmName(),
                  ShownTime.rfc3339(release.info().lastDeployed()))
          + "APPLY_METHOD: "
          + applied(release.method())
          + "\n";
    }

    private static String applied(Method method) {
      return switch (method) {
        case SERVER_SIDE -> "server-side apply";
        case CLIENT_SIDE -> "client-side apply";
        case UNSAID -> "client-side apply (defaulted)";
      };
    }

    private static String pairs(Map<String, String> map) {
      return new TreeMap<>(map)
          .entrySet().stream()
              .map(entry -> Visible.name(entry.getKey() + "=" + entry.getValue()))
              .collect(Collectors.joining(","));
    }

    private static Map<String, Object> fields(ReleaseRecord release) {
      Metadata chart = release.chart().metadata();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", release.name());
      fields.put("chart", chart.name());
      fields.put("version", chart.version());
      fields.put("appVersion", chart.appVersion());
      putTexts(fields, "annotations", chart.annotations());
      putTexts(fields, "labels", release.labels());
      if (!chart.dependencies().isEmpty()) {
        fields.put("dependencies", dependencies(release));
      }
      fields.put("namespace", release.namespace());
      fields.put("revision", (long) release.revision());
      fields.put("status", release.status().helmName());
      fields.put("deployedAt", ShownTime.rfc3339(release.info().lastDeployed()));
      if (release.method() != Method.UNSAID) {
        fields.put("applyMethod", release.method().helmName());
      }
      return fields;
    }

    /** As the record has them, in the order of the fields of Go's struct. */
    private static List<Map<String, Object>> dependencies(ReleaseRecord release) {
      Table chart = (Table) HelmRecord.of(release).json().get("chart");
      Sequence kept = (Sequence) ((Table) chart.get("metadata")).get("dependencies");
      return kept.stream().map(each -> StructFields.DEPENDENCY.ordered((Table) each)).toList();
    }

    private static void putTexts(
        Map<String, Object> fields, String key, Map<String, String> texts) {
      if (!texts.isEmpty()) {
        Table table = new Table();
        texts.forEach(table::put);
        fields.put(key, table);
      }
    }
  }
}
