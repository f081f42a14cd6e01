package dev.pintle.apply;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a release is taken away, by {@link Applier#uninstall}. Immutable; made with a builder whose
 * methods are named as Helm names its flags.
 *
 * @param supervision how the operation is watched over and ended
 * @param waitFor what is waited for
 * @param dryRun whether it is only looked up
 * @param cascade what happens to dependent objects
 * @param noHooks whether hooks are left out
 * @param keepHistory whether the records stay
 * @param ignoreNotFound whether a release that is not there is no failure
 * @param description what a kept record says; empty for Helm's own words
 * @param abandonedAfter as for {@link ApplyOptions}; at once by default, as Helm does not ask here
 */
public record UninstallOptions(
    Supervision supervision,
    WaitStrategy waitFor,
    boolean dryRun,
    Cascade cascade,
    boolean noHooks,
    boolean keepHistory,
    boolean ignoreNotFound,
    String description,
    Duration abandonedAfter) {

  /** Helm's defaults. */
  public static UninstallOptions defaults() {
    return of(builder -> {});
  }

  /** Helm's defaults with changes. */
  public static UninstallOptions of(Consumer<Builder> settings) {
    Builder builder = new Builder();
    settings.accept(builder);
    return builder.build();
  }

  /** Collects what is not to be as Helm has it by default. */
  public static final class Builder extends Supervision.Builder<Builder> {
    private WaitStrategy waitFor = WaitStrategy.HOOK_ONLY;
    private boolean dryRun;
    private Cascade cascade = Cascade.BACKGROUND;
    private boolean noHooks;
    private boolean keepHistory;
    private boolean ignoreNotFound;
    private String description = "";
    private Duration abandonedAfter = Duration.ZERO;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** {@code --wait}: whether it is waited until the objects are gone; not by default. */
    public Builder wait(WaitStrategy strategy) {
      this.waitFor = strategy;
      return this;
    }

    /** {@code --dry-run}. */
    public Builder dryRun() {
      this.dryRun = true;
      return this;
    }

    /** {@code --cascade}. */
    public Builder cascade(Cascade policy) {
      this.cascade = policy;
      return this;
    }

    /** {@code --no-hooks}. */
    public Builder noHooks() {
      this.noHooks = true;
      return this;
    }

    /** {@code --keep-history}. */
    public Builder keepHistory() {
      this.keepHistory = true;
      return this;
    }

    /** {@code --ignore-not-found}. */
    public Builder ignoreNotFound() {
      this.ignoreNotFound = true;
      return this;
    }

    /** {@code --description}. */
    public Builder description(String text) {
      this.description = text;
      return this;
    }

    /** How old a pending revision that nobody holds must be to be taken away; any by default. */
    public Builder abandonedAfter(Duration age) {
      this.abandonedAfter = age;
      return this;
    }

    private UninstallOptions build() {
      return new UninstallOptions(
          supervision(),
          waitFor,
          dryRun,
          cascade,
          noHooks,
          keepHistory,
          ignoreNotFound,
          description,
          abandonedAfter);
    }
  }
}
