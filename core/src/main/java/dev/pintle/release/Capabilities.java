package dev.pintle.release;

import java.util.ArrayList;
import java.util.List;

/**
 * What templates see as {@code .Capabilities}.
 *
 * @param apiVersions such as {@code apps/v1}, in the order {@code range} gives them
 * @param helmVersion the version of Helm whose behaviour is followed
 */
public record Capabilities(
    KubeVersion kubeVersion, List<String> apiVersions, HelmVersion helmVersion) {

  /**
   * The API versions that Helm 4.2.4's Kubernetes client knows, in the order in which it lists
   * them: by group, and in a group the preferred version first.
   */
  private static final List<String> KNOWN_API_VERSIONS =
      List.of(
          "v1",
          "admissionregistration.k8s.io/v1",
          "admissionregistration.k8s.io/v1alpha1",
          "admissionregistration.k8s.io/v1beta1",
          "internal.apiserver.k8s.io/v1alpha1",
          "apps/v1",
          "apps/v1beta1",
          "apps/v1beta2",
          "authentication.k8s.io/v1",
          "authentication.k8s.io/v1alpha1",
          "authentication.k8s.io/v1beta1",
          "authorization.k8s.io/v1",
          "authorization.k8s.io/v1beta1",
          "autoscaling/v1",
          "autoscaling/v2",
          "batch/v1",
          "batch/v1beta1",
          "certificates.k8s.io/v1",
          "certificates.k8s.io/v1beta1",
          "certificates.k8s.io/v1alpha1",
          "coordination.k8s.io/v1alpha2",
          "coordination.k8s.io/v1beta1",
          "coordination.k8s.io/v1",
          "discovery.k8s.io/v1",
          "discovery.k8s.io/v1beta1",
          "events.k8s.io/v1",
          "events.k8s.io/v1beta1",
          "extensions/v1beta1",
          "flowcontrol.apiserver.k8s.io/v1",
          "flowcontrol.apiserver.k8s.io/v1beta1",
          "flowcontrol.apiserver.k8s.io/v1beta2",
          "flowcontrol.apiserver.k8s.io/v1beta3",
          "networking.k8s.io/v1",
          "networking.k8s.io/v1beta1",
          "node.k8s.io/v1",
          "node.k8s.io/v1alpha1",
          "node.k8s.io/v1beta1",
          "policy/v1",
          "policy/v1beta1",
          "rbac.authorization.k8s.io/v1",
          "rbac.authorization.k8s.io/v1beta1",
          "rbac.authorization.k8s.io/v1alpha1",
          "resource.k8s.io/v1",
          "resource.k8s.io/v1beta2",
          "resource.k8s.io/v1beta1",
          "resource.k8s.io/v1alpha3",
          "scheduling.k8s.io/v1alpha2",
          "scheduling.k8s.io/v1beta1",
          "scheduling.k8s.io/v1",
          "storage.k8s.io/v1beta1",
          "storage.k8s.io/v1",
          "storage.k8s.io/v1alpha1",
          "storagemigration.k8s.io/v1beta1",
          "apiextensions.k8s.io/v1beta1",
          "apiextensions.k8s.io/v1");

  private static final Capabilities STANDARD =
      new Capabilities(
          KubeVersion.parse("v1.36.0"),
          KNOWN_API_VERSIONS,
          new HelmVersion("v4.2", "", "", "go1.26.8", "v1.36"));

  /**
   * What templates see as {@code .Capabilities.HelmVersion}.
   *
   * @param version as a {@code helm} built from Helm 4.2.4's source says it; released binaries add
   *     the patch number
   */
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

  /** What {@code helm template} 4.2.4 assumes when it is told nothing. */
  public static Capabilities standard() {
    return STANDARD;
  }

  /** The same for another Kubernetes version: {@code --kube-version}. */
  public Capabilities withKubeVersion(KubeVersion newKubeVersion) {
    return new Capabilities(newKubeVersion, apiVersions, helmVersion);
  }

  /** The same with more API versions after those known: {@code --api-versions}. */
  public Capabilities withMoreApiVersions(List<String> more) {
    List<String> all = new ArrayList<>(apiVersions);
    all.addAll(more);
    return new Capabilities(kubeVersion, all, helmVersion);
  }
}
