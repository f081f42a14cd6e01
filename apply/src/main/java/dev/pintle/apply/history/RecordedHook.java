package dev.pintle.apply.history;

import dev.pintle.release.Hook;
import java.time.Instant;
import java.util.List;

/**
 * A hook as a record keeps it: what was rendered, and how it last ran.
 *
 * @param hook what was rendered
 * @param lastRun how it ran in this revision, {@link Run#NEVER} if it did not
 */
public record RecordedHook(Hook hook, Run lastRun) {

  /** When the object of a hook that names no policy is deleted: before it is made anew. */
  public static final String DEFAULT_POLICY = "before-hook-creation";

  /** How far a run came, by Helm's names. */
  public enum Phase {
    /** It has not run: Helm writes an empty phase. */
    NONE(""),
    UNKNOWN("Unknown"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String helmName;

    Phase(String helmName) {
      this.helmName = helmName;
    }

    /** The name in Helm's records. */
    public String helmName() {
      return helmName;
    }

    /** The phase of that name; {@link #UNKNOWN} for a name that Helm does not have. */
    public static Phase ofHelmName(String name) {
      for (Phase phase : values()) {
        if (phase.helmName.equals(name)) {
          return phase;
        }
      }
      return UNKNOWN;
    }
  }

  /**
   * One run.
   *
   * @param startedAt when the object was created, or null
   * @param completedAt when it was done or given up, or null
   */
  public record Run(Instant startedAt, Instant completedAt, Phase phase) {

    /** There was none. */
    public static final Run NEVER = new Run(null, null, Phase.NONE);
  }

  /** A hook that has not run. */
  public static RecordedHook of(Hook hook) {
    return new RecordedHook(hook, Run.NEVER);
  }

  /** The same with the policy that counts where it names none, as Helm records what has run. */
  public RecordedHook withDefaultPolicy() {
    return hook.deletePolicies().isEmpty()
        ? new RecordedHook(
            new Hook(
                hook.resource(),
                hook.events(),
                hook.weight(),
                List.of(DEFAULT_POLICY),
                hook.outputLogPolicies()),
            lastRun)
        : this;
  }

  /** The same after another run. */
  public RecordedHook withRun(Run run) {
    return new RecordedHook(hook, run);
  }
}
