package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.GoFlags;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.render.LimitsOption;
import dev.pintle.cli.render.UnsupportedOptions;
import dev.pintle.cli.render.WarnOption;
import dev.pintle.limit.Limits;
import dev.pintle.release.ReleaseRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of {@code install} and {@code upgrade}, besides values. */
final class ChartChangeOptions {

  @Mixin private RolloutOptions rollout;
  @Mixin private LabelsOption labels;
  @Mixin private WarnOption warn;
  @Mixin private LimitsOption limits;
  @Mixin private UnsupportedOptions unsupported;

  @Option(names = "--create-namespace", description = "create the release namespace if not present")
  private boolean createNamespace;

  @Option(names = "--description", paramLabel = "string", description = "add a custom description")
  private String description = "";

  @Option(
      names = "--rollback-on-failure",
      description =
          "if set, will rollback to the previous success release, or uninstall a first one, upon"
              + " failure. The --wait flag will be default to \"watcher\" if --rollback-on-failure"
              + " is set")
  private boolean rollbackOnFailure;

  @Option(
      names = "--atomic",
      hidden = true,
      description = GoFlags.DEPRECATED + "use --rollback-on-failure instead")
  private boolean atomic;

  @Option(
      names = "--skip-crds",
      description =
          "if set, no CRDs will be installed. By default, CRDs are installed if not already"
              + " present")
  private boolean skipCrds;

  @Option(
      names = "--skip-schema-validation",
      description = "if set, disables JSON schema validation")
  private boolean skipSchemaValidation;

  @Option(names = "--enable-dns", description = "enable DNS lookups when rendering templates")
  private boolean enableDns;

  @Option(
      names = "--hide-notes",
      description =
          "if set, do not show notes in the output. Does not affect presence in chart metadata")
  private boolean hideNotes;

  @Option(
      names = "--hide-secret",
      description = "hide Kubernetes Secrets when also using the --dry-run flag")
  private boolean hideSecret;

  @Option(
      names = "--take-ownership",
      description =
          "if set, will ignore the check for helm annotations and take ownership of the existing"
              + " resources")
  private boolean takeOwnership;

  @Option(
      names = "--render-subchart-notes",
      description = "if set, render subchart notes along with the parent")
  private boolean subchartNotes;

  /** Refuses what Helm refuses before it begins. */
  void check() {
    rollout.check();
  }

  /** Refuses what Helm refuses as a part of the operation. */
  void checkSecrets() {
    if (hideSecret && !rollout.isDryRun()) {
      throw UsageError.of("hiding Kubernetes secrets requires a dry-run mode");
    }
  }

  boolean isDryRun() {
    return rollout.isDryRun();
  }

  /** True for a dry run of which the server is to know nothing. */
  boolean staysWithTheClient() {
    return rollout.isDryRun() && !rollout.asksTheServer();
  }

  /** True if a dry run, too, asks the server. */
  boolean asksTheServer() {
    return rollout.asksTheServer();
  }

  void addForceTo(ApplyOptions.Builder options) {
    rollout.addForceTo(options);
  }

  boolean skipsCrds() {
    return skipCrds;
  }

  UnsupportedOptions unsupported() {
    return unsupported;
  }

  boolean showsNotes() {
    return !hideNotes;
  }

  boolean hidesSecrets() {
    return hideSecret;
  }

  /** What the chart, its values and its rendering may take. */
  Limits limits() {
    return limits.get();
  }

  void addTo(ReleaseRequest.Builder request) {
    request
        .limits(limits())
        .skipSchemaValidation(skipSchemaValidation)
        .enableDns(enableDns)
        .subchartNotes(subchartNotes)
        .warn(warn.isGiven());
  }

  /** Adds what the flags say of the rollout; old forms of them are warned of. */
  void addTo(ApplyOptions.Builder options, Mode mode, Console console) {
    rollout.addTo(options, console);
    options.mode(mode).description(description);
    labels.labels().forEach(options::label);
    if (createNamespace) {
      options.createNamespace();
    }
    if (rollbackOnFailure || atomic) {
      options.rollbackOnFailure();
    }
    if (skipCrds) {
      options.skipCrds();
    }
    if (takeOwnership) {
      options.takeOwnership();
    }
  }
}
