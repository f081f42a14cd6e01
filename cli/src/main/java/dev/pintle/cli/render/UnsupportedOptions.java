package dev.pintle.cli.render;

import picocli.CommandLine.Option;

/**
 * Flags of Helm's that ask for more than rendering a local chart. They are refused, not ignored.
 */
public final class UnsupportedOptions {

  @Option(names = "--repo", paramLabel = "string", hidden = true)
  private String repository;

  @Option(names = "--verify", hidden = true)
  private boolean verify;

  @Option(names = "--dependency-update", hidden = true)
  private boolean dependencyUpdate;

  @Option(names = "--post-renderer", paramLabel = "string", hidden = true)
  private String postRenderer;

  /** Why the first such flag that was given is refused; null if none was. */
  String refusal() {
    if (repository != null) {
      return localOnly("--repo");
    } else if (verify) {
      return localOnly("--verify");
    } else if (dependencyUpdate) {
      return localOnly("--dependency-update");
    }
    return postRenderer == null ? null : "--post-renderer is not supported";
  }

  private static String localOnly(String flag) {
    return flag + " is not supported: only local charts can be rendered";
  }
}
