package dev.pintle.apply;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a release is brought to its target, by {@link Applier#apply} and {@link Applier#rollback}.
 * Immutable; made with a builder whose methods are named as Helm names its flags.
 *
 * @param supervision how the operation is watched over and ended
 * @param mode whether a first install, an upgrade, or either is meant
 * @param waitFor what is waited for
 * @param waitForJobs whether jobs are waited for until they have completed
 * @param dryRun how far it goes
 * @param undo what happens after a failure
 * @param force what is forced
 * @param method who works out what changes, the server or the client
 * @param createNamespace whether the release's namespace is made
 * @param noHooks whether hooks are left out
 * @param skipCrds whether {@code crds/} is left out
 * @param description what the record says of the revision; empty for Helm's own words
 * @param labels put on the record, besides those that the last revision had; the value {@code null}
 *     as text takes one away
 * @param historyMax how many revisions are kept, the new one included; 0 for all
 * @param abandonedAfter how old a pending revision must be to be taken over when nobody says that
 *     they work on it, as Helm never does; those that Pintle left behind are known sooner
 */
public record ApplyOptions(
    Supervision supervision,
    Mode mode,
    WaitStrategy waitFor,
    boolean waitForJobs,
    DryRun dryRun,
    Undo undo,
    Force force,
    ApplyMethod method,
    boolean createNamespace,
    boolean noHooks,
    boolean skipCrds,
    String description,
    Map<String, String> labels,
    int historyMax,
    Duration abandonedAfter) {

  /** What an apply is meant to be. */
  public enum Mode {
    /** The name must be free: {@code install}. */
    INSTALL,
    /** The name must be free, or its last revision failed or uninstalled: {@code --replace}. */
    REPLACE,
    /** There must be a release: {@code upgrade}. */
    UPGRADE,
    /** Whichever it takes: {@code upgrade --install}. */
    INSTALL_OR_UPGRADE
  }

  /**
   * What happens after a failure.
   *
   * @param rollback whether the last good revision is brought back, or a first install taken away
   * @param cleanup whether objects that the failed upgrade made are deleted
   */
  public record Undo(boolean rollback, boolean cleanup) {}

  /**
   * What is forced.
   *
   * @param conflicts whether fields that others manage are taken over
   * @param replace whether objects are replaced as a whole
   * @param ownership whether objects that belong to nobody, or to another release, are taken over
   */
  public record Force(boolean conflicts, boolean replace, boolean ownership) {}

  /** Labels are copied. */
  public ApplyOptions {
    labels = Map.copyOf(labels);
  }

  /** Helm's defaults. */
  public static ApplyOptions defaults() {
    return of(builder -> {});
  }

  /** Helm's defaults with changes. */
  public static ApplyOptions of(Consumer<Builder> settings) {
    Builder builder = new Builder();
    settings.accept(builder);
    return builder.build();
  }

  /** Collects what is not to be as Helm has it by default. */
  public static final class Builder extends Supervision.Builder<Builder> {
    private Mode mode = Mode.INSTALL_OR_UPGRADE;
    private WaitStrategy waitFor = WaitStrategy.HOOK_ONLY;
    private boolean waitForJobs;
    private DryRun dryRun = DryRun.NONE;
    private boolean rollbackOnFailure;
    private boolean cleanupOnFail;
    private boolean forceConflicts;
    private boolean forceReplace;
    private boolean takeOwnership;
    private ApplyMethod method = ApplyMethod.AUTO;
    private boolean createNamespace;
    private boolean noHooks;
    private boolean skipCrds;
    private String description = "";
    private final Map<String, String> labels = new LinkedHashMap<>();
    private int historyMax = 10;
    private Duration abandonedAfter = Duration.ofHours(1);

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** What the apply is meant to be; by default an install or an upgrade, whichever it takes. */
    public Builder mode(Mode meant) {
      this.mode = meant;
      return this;
    }

    /** {@code --wait}: what is waited for; hooks only by default. */
    public Builder wait(WaitStrategy strategy) {
      this.waitFor = strategy;
      return this;
    }

    /** {@code --wait --timeout}: waits for all objects, each wait as long as that. */
    public Builder waitUpTo(Duration longest) {
      return wait(WaitStrategy.WATCHER).timeout(longest);
    }

    /** {@code --wait-for-jobs}. */
    public Builder waitForJobs() {
      this.waitForJobs = true;
      return this;
    }

    /** {@code --dry-run}. */
    public Builder dryRun(DryRun how) {
      this.dryRun = how;
      return this;
    }

    /** {@code --rollback-on-failure}; waits for all objects, as Helm does then. */
    public Builder rollbackOnFailure() {
      this.rollbackOnFailure = true;
      return this;
    }

    /** {@code --cleanup-on-fail}. */
    public Builder cleanupOnFail() {
      this.cleanupOnFail = true;
      return this;
    }

    /** {@code --force-conflicts}. */
    public Builder forceConflicts() {
      this.forceConflicts = true;
      return this;
    }

    /** {@code --force-replace}; with {@link ApplyMethod#CLIENT_SIDE} only. */
    public Builder forceReplace() {
      this.forceReplace = true;
      return this;
    }

    /** {@code --take-ownership}. */
    public Builder takeOwnership() {
      this.takeOwnership = true;
      return this;
    }

    /** {@code --server-side}; by default as before, and by the server at first. */
    public Builder serverSide(ApplyMethod by) {
      this.method = by;
      return this;
    }

    /** {@code --create-namespace}. */
    public Builder createNamespace() {
      this.createNamespace = true;
      return this;
    }

    /** {@code --no-hooks}. */
    public Builder noHooks() {
      this.noHooks = true;
      return this;
    }

    /** {@code --skip-crds}. */
    public Builder skipCrds() {
      this.skipCrds = true;
      return this;
    }

    /** {@code --description}. */
    public Builder description(String text) {
      this.description = text;
      return this;
    }

    /** One of {@code --labels}. */
    public Builder label(String key, String value) {
      labels.put(key, value);
      return this;
    }

    /** {@code --history-max}; ten by default, 0 for no limit. */
    public Builder historyMax(int revisions) {
      this.historyMax = revisions;
      return this;
    }

    /** How old a pending revision that nobody holds must be to be taken over; one hour. */
    public Builder abandonedAfter(Duration age) {
      this.abandonedAfter = age;
      return this;
    }

    private ApplyOptions build() {
      boolean waitsForAll = rollbackOnFailure && waitFor == WaitStrategy.HOOK_ONLY;
      return new ApplyOptions(
          supervision(),
          mode,
          waitsForAll ? WaitStrategy.WATCHER : waitFor,
          waitForJobs,
          dryRun,
          new Undo(rollbackOnFailure, cleanupOnFail),
          new Force(forceConflicts, forceReplace, takeOwnership),
          method,
          createNamespace,
          noHooks,
          skipCrds,
          description,
          labels,
          historyMax,
          abandonedAfter);
    }
  }
}
