package dev.pintle.render.context;

import dev.pintle.release.Capabilities;
import dev.pintle.release.KubeVersion;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.StructValue;

/** Makes what templates see as {@code .Capabilities}. */
final class CapabilitiesValue {

  private CapabilitiesValue() {}

  static GoValue of(Capabilities capabilities) {
    GoValue kubeVersion = kubeVersion(capabilities.kubeVersion());
    GoValue apiVersions = new VersionSetValue(capabilities.apiVersions());
    GoValue helmVersion = helmVersion(capabilities.helmVersion());
    return StructValue.of("*common.Capabilities")
        .pointer()
        .field("KubeVersion", kubeVersion)
        .field("APIVersions", apiVersions)
        .field("HelmVersion", helmVersion)
        .method(Function.of("Copy", () -> of(capabilities)))
        .prints(() -> "{" + fields(kubeVersion, apiVersions, helmVersion) + "}")
        .formats(() -> "&{" + fields(kubeVersion, apiVersions, helmVersion) + "}")
        .build();
  }

  private static String fields(GoValue... values) {
    StringBuilder text = new StringBuilder();
    for (GoValue value : values) {
      text.append(text.isEmpty() ? "" : " ").append(value.formatted());
    }
    return text.toString();
  }

  /** Its String method belongs to the pointer, so {@code printf} shows the fields instead. */
  private static GoValue kubeVersion(KubeVersion version) {
    return StructValue.of("common.KubeVersion")
        .field("Version", version.version())
        .field("Major", version.major())
        .field("Minor", version.minor())
        .method(Function.of("String", version::normalized))
        .method(Function.of("GitVersion", version::version))
        .prints(version::normalized)
        .formats(
            () ->
                "{%s %s %s %s}"
                    .formatted(
                        version.version(), version.normalized(), version.major(), version.minor()))
        .build();
  }

  private static GoValue helmVersion(Capabilities.HelmVersion version) {
    return StructValue.of("version.BuildInfo")
        .optionalField("Version", "version", version.version())
        .optionalField("GitCommit", "git_commit", version.gitCommit())
        .optionalField("GitTreeState", "git_tree_state", version.gitTreeState())
        .optionalField("GoVersion", "go_version", version.goVersion())
        .optionalField("KubeClientVersion", "kube_client_version", version.kubeClientVersion())
        .build();
  }
}
