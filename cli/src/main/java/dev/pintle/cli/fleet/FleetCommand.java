package dev.pintle.cli.fleet;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.flag.CommandGroup;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.render.EngineOption;
import dev.pintle.cli.render.LimitsOption;
import dev.pintle.cli.render.ReproducibleOptions;
import dev.pintle.cli.render.WarnOption;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.limit.Limits;
import dev.pintle.render.Pintle;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pintle fleet}: commands for all releases of an environment repository at once. */
@Command(
    name = "fleet",
    header = "work on all releases of an environment repository",
    description = "Work on all releases of an environment repository at once.",
    subcommands = FleetCommand.Render.class)
public final class FleetCommand extends CommandGroup {

  public FleetCommand(Console console) {
    super(console);
  }

  /** {@code pintle fleet render}. */
  @Command(
      name = "render",
      header = "render every release of a fleet into a directory",
      customSynopsis = "pintle fleet render FLEET --output-dir OUT [flags]",
      description = {
        "Render every release that a fleet file lists, in one process.",
        "",
        "The fleet is YAML or JSON: {\"releases\": [...]}. A release has 'name', 'chart', and if",
        "wanted 'id', 'namespace', 'values' (files), 'set', 'kubeVersion', 'apiVersions',",
        "'includeCrds', 'isUpgrade', 'skipTests'. Paths are relative to the fleet file.",
        "",
        "OUT/<id>.yaml gets what 'helm template' prints, or OUT/<id>.err what went wrong;",
        "with --warn OUT/<id>.warn what it was warned of; OUT/report.json tells how each release",
        "went. Every release is tried; the exit status is 1 if any failed."
      })
  public static final class Render implements Callable<Integer> {

    @Mixin private HelpOption help;

    @Parameters(arity = "1", paramLabel = "FLEET", description = "the fleet file")
    private Path fleet;

    @Option(
        names = "--output-dir",
        required = true,
        paramLabel = "string",
        description = "where the rendered releases and the report are written")
    private Path outputDir;

    @Option(
        names = {"-j", "--jobs"},
        paramLabel = "int",
        description = "how many releases are rendered at a time (default: one per processor)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
        names = "--debug",
        description = "errors show lines of values and of what was rendered, secrets too")
    private boolean debug;

    @Mixin private ReproducibleOptions reproducibleOptions;
    @Mixin private EngineOption engineOption;
    @Mixin private WarnOption warnOption;
    @Mixin private LimitsOption limitsOption;

    private final Console console;

    public Render(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
      Limits limits = limitsOption.get();
      Pintle.Builder pintle = Pintle.builder().limits(limits);
      reproducibleOptions.addTo(pintle);
      engineOption.addTo(pintle);
      FleetFile.Fleet read = FleetFile.read(fleet, limits);
      console.err(ErrorReport.ofWarnings(read.warnings()));
      List<FleetFile.Entry> entries = read.entries();
      FleetProgress progress = new FleetProgress(entries.size(), console);
      try {
        FleetRenderer renderer =
            new FleetRenderer(
                new FleetOutput(outputDir), pintle.build(), limits, warnOption.isGiven(), debug);
        List<FleetRenderer.Outcome> outcomes =
            renderer.render(entries, Math.max(1, jobs), progress);
        Files.writeString(outputDir.resolve("report.json"), report(outcomes));
      } catch (IOException e) {
        String path = e instanceof FileSystemException file ? file.getFile() : "" + outputDir;
        String message = FileErrors.describe("write", path, e);
        throw new PintleException(
            message, Diagnostic.of(Diagnostic.Kind.MANIFEST, message, null), e);
      }
      return progress.finish();
    }

    private static String report(List<FleetRenderer.Outcome> outcomes) {
      List<Table> releases = new ArrayList<>();
      for (FleetRenderer.Outcome outcome : outcomes) {
        Table release = new Table();
        release.put("id", outcome.id());
        release.put("status", outcome.rendered() ? "rendered" : "failed");
        release.put("loadMillis", outcome.loadMillis());
        release.put("renderMillis", outcome.renderMillis());
        release.put("bytes", outcome.bytes());
        releases.add(release);
      }
      Table report = new Table();
      report.put("releases", Sequence.copyOf(releases));
      try {
        return JsonWriter.write(report, JsonWriter.Form.INDENTED, length -> {}) + "\n";
      } catch (JsonException e) {
        throw new IllegalStateException("a report is plain data", e);
      }
    }
  }
}
