package dev.pintle.release.manifest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which Helm installs objects, by kind: kinds that others need come first, kinds that
 * Helm does not know come last, by name.
 */
public final class InstallOrder {

  private static final List<String> KINDS =
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration");

  private static final Map<String, Integer> RANKS = ranks();

  /** Compares kinds; use it with a stable sort, since objects of one kind keep their order. */
  public static final Comparator<String> BY_KIND =
      Comparator.comparingInt(InstallOrder::rank)
          .thenComparing((a, b) -> rank(a) < KINDS.size() ? 0 : a.compareTo(b));

  /**
   * The order in which Helm takes objects away: the other way round, but services go before what
   * runs behind them, and kinds that Helm does not know are last here too.
   */
  public static final Comparator<String> UNINSTALL_BY_KIND =
      Comparator.comparingInt(InstallOrder::uninstallRank)
          .thenComparing((a, b) -> rank(a) < KINDS.size() ? 0 : a.compareTo(b));

  private InstallOrder() {}

  private static Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new HashMap<>();
    for (String kind : KINDS) {
      ranks.put(kind, ranks.size());
    }
    return Map.copyOf(ranks);
  }

  private static int uninstallRank(String kind) {
    int rank = rank(kind.equals("Service") ? "IngressClass" : kind);
    return rank == KINDS.size() ? 1 : -2 * rank + (kind.equals("Service") ? 1 : 0);
  }

  private static int rank(String kind) {
    return RANKS.getOrDefault(kind, KINDS.size());
  }
}
