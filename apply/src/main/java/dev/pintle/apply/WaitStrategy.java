package dev.pintle.apply;

/** What is waited for: the values of {@code --wait}. */
public enum WaitStrategy {
  /** All objects, by kstatus' rules. */
  WATCHER("watcher"),
  /** Hooks only; Helm's default. */
  HOOK_ONLY("hookOnly"),
  /** All objects, by the rules of Helm 3. */
  LEGACY("legacy");

  private final String helmName;

  WaitStrategy(String helmName) {
    this.helmName = helmName;
  }

  /** The name on Helm's command line. */
  public String helmName() {
    return helmName;
  }
}
