package dev.pintle.cli.cluster;

import dev.pintle.apply.fabric8.Fabric8Applier;
import dev.pintle.apply.fabric8.Fabric8Settings;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/**
 * How to reach a cluster: the kubeconfig, and what flags say in its place. What is empty says
 * nothing.
 */
record ClusterConfig(
    String kubeconfig,
    String context,
    String apiServer,
    String token,
    String caFile,
    String asUser,
    List<String> asGroups,
    boolean insecure,
    String tlsServerName) {

  private static final String UNREACHABLE = "kubernetes cluster unreachable: ";

  /**
   * Connects.
   *
   * @param namespace which to use, or empty for the context's
   * @param settings how to work with the cluster
   */
  GlobalOptions.Connected connect(String namespace, Fabric8Settings settings) {
    try {
      ClusterAccess access = access();
      ClientConfig client = new ClientConfig(access, kubeconfig, System.getenv());
      return new GlobalOptions.Connected(
          Fabric8Applier.of(client.config(), settings),
          namespace.isEmpty() ? access.namespace() : namespace,
          client.tunnel());
    } catch (PintleException e) {
      throw new PintleException(UNREACHABLE + e.getMessage(), e.diagnostics(), e);
    } catch (KubernetesClientException e) {
      String message = UNREACHABLE + (e.getCause() == null ? e : e.getCause()).getMessage();
      throw new PintleException(message, Diagnostic.of(Diagnostic.Kind.APPLY, message, null), e);
    }
  }

  private ClusterAccess access() {
    Kubeconfig files =
        kubeconfig.isEmpty()
            ? Kubeconfig.ofFiles(List.copyOf(Config.getKubeconfigFilenames()))
            : Kubeconfig.ofFile(kubeconfig);
    ClusterAccess access = ClusterAccess.of(files, this);
    ServiceAccount account = ServiceAccount.ofThisProcess();
    return access.cluster().server().isEmpty() && account.isGiven()
        ? ClusterAccess.of(account.kubeconfig(this), this)
        : access;
  }
}
