package dev.pintle.apply;

/** What happens to the objects that depend on a deleted one: the values of {@code --cascade}. */
public enum Cascade {
  /** They are deleted later; Helm's default. */
  BACKGROUND("Background"),
  /** They are deleted first. */
  FOREGROUND("Foreground"),
  /** They stay. */
  ORPHAN("Orphan");

  private final String policy;

  Cascade(String policy) {
    this.policy = policy;
  }

  /** Kubernetes' name of the propagation policy. */
  public String policy() {
    return policy;
  }
}
