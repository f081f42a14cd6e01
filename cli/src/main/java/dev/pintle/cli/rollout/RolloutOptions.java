package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.DryRun;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.GoFlags;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.go.strconv.GoQuotes;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of commands that bring objects to a cluster. */
public final class RolloutOptions {

  /** What the flag says without a value. */
  private static final String UNSET = "unset";

  @Mixin private WaitOptions waitOptions;

  @Option(
      names = "--dry-run",
      paramLabel = "string[=\"" + UNSET + "\"]",
      arity = "0..1",
      fallbackValue = UNSET,
      description =
          "simulates the operation without persisting changes. Must be one of: \"none\" (default),"
              + " \"client\", or \"server\". '--dry-run=none' executes the operation normally and"
              + " persists changes (no simulation). '--dry-run=client' simulates the operation"
              + " client-side only. '--dry-run=server' lets the server check everything")
  private String dryRun = "none";

  @Option(
      names = "--force-conflicts",
      description = "if set server-side apply will force changes against conflicts")
  private boolean forceConflicts;

  @Option(names = "--force-replace", description = "force resource updates by replacement")
  private boolean forceReplace;

  @Option(
      names = "--force",
      hidden = true,
      description = GoFlags.DEPRECATED + "use --force-replace instead")
  private boolean force;

  @Option(names = "--no-hooks", description = "prevent hooks from running")
  private boolean noHooks;

  @Option(
      names = "--wait-for-jobs",
      description =
          "if set and --wait enabled, will wait until all Jobs have been completed before marking"
              + " the release as successful. It will wait for as long as --timeout")
  private boolean waitForJobs;

  /**
   * Refuses flags that exclude each other, and values that are none.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message where it refuses too
   */
  public void check() {
    if (forceConflicts && (forceReplace || force)) {
      String other = forceReplace ? "force-replace" : "force";
      throw UsageError.of(
          "if any flags in the group ["
              + other
              + " force-conflicts] are set none of the others can be; [force-conflicts "
              + other
              + "] were all set");
    }
    if (!List.of("none", "client", "server", UNSET).contains(dryRun)
        && !GoFlags.isBoolean(dryRun)) {
      throw UsageError.of(
          "invalid dry-run value ("
              + GoQuotes.quote(dryRun)
              + "). Must be \"none\", \"server\", or \"client\"");
    }
  }

  /** Adds what the flags say. */
  public void addTo(ApplyOptions.Builder options, Console console) {
    waitOptions.addTo(options, console);
    options.dryRun(dryRun(console));
    addForceTo(options);
    if (noHooks) {
      options.noHooks();
    }
    if (waitForJobs) {
      options.waitForJobs();
    }
  }

  /** Adds what is done against resistance. */
  void addForceTo(ApplyOptions.Builder options) {
    if (forceConflicts) {
      options.forceConflicts();
    }
    if (forceReplace || force) {
      options.forceReplace();
    }
  }

  /** How far the operation goes; old forms of the flag are warned of. */
  private DryRun dryRun(Console console) {
    switch (dryRun) {
      case "none":
        return DryRun.NONE;
      case "client":
        return DryRun.CLIENT;
      case "server":
        return DryRun.SERVER;
      case UNSET:
        console.warn("--dry-run is deprecated and should be replaced with '--dry-run=client'");
        return DryRun.CLIENT;
      default:
        DryRun meant = GoFlags.isTrue(dryRun) ? DryRun.CLIENT : DryRun.NONE;
        console.warn(
            "boolean '--dry-run="
                + dryRun
                + "' flag is deprecated and must be replaced with '--dry-run="
                + (meant == DryRun.NONE ? "none" : "client")
                + "'");
        return meant;
    }
  }

  boolean asksTheServer() {
    return dryRun.equals("server");
  }

  boolean isDryRun() {
    return !dryRun.equals("none") && (!GoFlags.isBoolean(dryRun) || GoFlags.isTrue(dryRun));
  }
}
