package dev.pintle.apply;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which of a release's tests run, by {@link Applier#test}. Immutable.
 *
 * @param supervision how the operation is watched over and ended
 * @param only names of the hooks to run; empty for all
 * @param without names of hooks to leave out
 * @param logs whether the logs of their pods are wanted
 */
public record TestOptions(
    Supervision supervision, Set<String> only, Set<String> without, boolean logs) {

  /** Sets are copied. */
  public TestOptions {
    only = Set.copyOf(only);
    without = Set.copyOf(without);
  }

  /** All tests, without logs. */
  public static TestOptions defaults() {
    return of(builder -> {});
  }

  /** All tests without logs, with changes. */
  public static TestOptions of(Consumer<Builder> settings) {
    Builder builder = new Builder();
    settings.accept(builder);
    return new TestOptions(builder.supervision(), builder.only, builder.without, builder.logs);
  }

  /** True if a test of that name is to run. */
  public boolean selects(String hookName) {
    return !without.contains(hookName) && (only.isEmpty() || only.contains(hookName));
  }

  /** Collects what is wanted. */
  public static final class Builder extends Supervision.Builder<Builder> {
    private final Set<String> only = new HashSet<>();
    private final Set<String> without = new HashSet<>();
    private boolean logs;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** {@code --filter name=…}. */
    public Builder only(String hookName) {
      only.add(hookName);
      return this;
    }

    /** {@code --filter !name=…}. */
    public Builder without(String hookName) {
      without.add(hookName);
      return this;
    }

    /** {@code --logs}. */
    public Builder logs() {
      this.logs = true;
      return this;
    }
  }
}
