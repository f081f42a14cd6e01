package dev.pintle.cli.cluster;

import dev.pintle.cli.cluster.Kubeconfig.Cluster;
import dev.pintle.cli.cluster.Kubeconfig.Context;
import dev.pintle.cli.cluster.Kubeconfig.Impersonated;
import dev.pintle.cli.cluster.Kubeconfig.Pem;
import dev.pintle.cli.cluster.Kubeconfig.User;
import dev.pintle.go.strings.GoStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a pod is told of the cluster it runs in, and of who it is there: client-go's {@code
 * InClusterConfig}.
 *
 * @param directory where the kubelet puts its token
 * @param environment the pod's variables
 */
record ServiceAccount(Path directory, Map<String, String> environment) {

  /** That of this process, if it runs in a pod. */
  static ServiceAccount ofThisProcess() {
    return new ServiceAccount(
        Path.of("/var/run/secrets/kubernetes.io/serviceaccount"), System.getenv());
  }

  /** Whether there is one. */
  boolean isGiven() {
    return !host().isEmpty() && !port().isEmpty() && Files.isRegularFile(token());
  }

  private String host() {
    return environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
  }

  private String port() {
    return environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
  }

  private Path token() {
    return directory.resolve("token");
  }

  /**
   * The kubeconfig that would say the same.
   *
   * @param flags may name the context, and have another token; then its own is not looked at
   */
  Kubeconfig kubeconfig(ClusterConfig flags) {
    String name = flags.context().isEmpty() ? "service account" : flags.context();
    String host = host().contains(":") ? "[" + host() + "]" : host();
    Path authority = directory.resolve("ca.crt");
    Cluster cluster =
        new Cluster(
            "https://" + host + ":" + port(),
            "",
            false,
            Files.isRegularFile(authority) ? authority.toString() : "",
            "",
            "");
    String tokenFile = flags.token().isEmpty() ? token().toString() : "";
    User user = new User(Pem.NONE, Pem.NONE, "", tokenFile, "", "", Impersonated.NONE, null, null);
    return new Kubeconfig(
        name,
        Map.of(name, new Context(name, name, namespace())),
        Map.of(name, cluster),
        Map.of(name, user));
  }

  private String namespace() {
    String told = environment.getOrDefault("POD_NAMESPACE", "");
    try {
      return told.isEmpty()
          ? GoStrings.trimSpace(NamedFile.text(directory.resolve("namespace").toString()))
          : told;
    } catch (IOException e) {
      return ""; // then it is the default one, as for client-go
    }
  }
}
