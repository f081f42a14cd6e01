package dev.pintle.release;

import java.util.List;

/**
 * What templates see as {@code .Capabilities}.
 *
 * @param apiVersions such as {@code apps/v1}, in the order {@code range} gives them
 * @param helmVersion the version of Helm whose behaviour is followed
 */
public record Capabilities(
    KubeVersion kubeVersion, List<String> apiVersions, HelmVersion helmVersion) {

  /** What templates see as {@code .Capabilities.HelmVersion}. */
  public record HelmVersion(
      String version,
      String gitCommit,
      String gitTreeState,
      String goVersion,
      String kubeClientVersion) {}

  /** The list is copied. */
  public Capabilities {
    apiVersions = List.copyOf(apiVersions);
  }
}
