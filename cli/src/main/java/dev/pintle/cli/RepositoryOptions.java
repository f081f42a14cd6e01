package dev.pintle.cli;

import picocli.CommandLine.Option;

/** Flags that name a chart in a repository. They are refused until Pintle can fetch charts. */
final class RepositoryOptions {

  @Option(names = "--repo", paramLabel = "string", hidden = true)
  private String repository;

  @Option(names = "--version", paramLabel = "string", hidden = true)
  private String version;

  @Option(names = "--devel", hidden = true)
  private boolean devel;

  @Option(names = "--verify", hidden = true)
  private boolean verify;

  @Option(names = "--dependency-update", hidden = true)
  private boolean dependencyUpdate;

  /** The first flag given that asks for more than a local chart; null if there is none. */
  String askedForRepository() {
    if (repository != null) {
      return "--repo";
    } else if (verify) {
      return "--verify";
    }
    return dependencyUpdate ? "--dependency-update" : null;
  }
}
