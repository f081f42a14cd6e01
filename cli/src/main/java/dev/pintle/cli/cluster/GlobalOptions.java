package dev.pintle.cli.cluster;

import dev.pintle.apply.Applier;
import dev.pintle.apply.fabric8.Fabric8Settings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of all commands that speak with a cluster: which one, as whom, and where in it. */
public final class GlobalOptions {

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "string",
      description = "namespace scope for this request")
  private String namespace = variable("HELM_NAMESPACE");

  @Option(
      names = "--kubeconfig",
      paramLabel = "string",
      description = "path to the kubeconfig file")
  private String kubeconfig = "";

  @Option(
      names = "--kube-context",
      paramLabel = "string",
      description = "name of the kubeconfig context to use")
  private String context = variable("HELM_KUBECONTEXT");

  @Option(
      names = "--kube-apiserver",
      paramLabel = "string",
      description = "the address and the port for the Kubernetes API server")
  private String apiServer = variable("HELM_KUBEAPISERVER");

  @Option(
      names = "--kube-token",
      paramLabel = "string",
      description = "bearer token used for authentication")
  private String token = variable("HELM_KUBETOKEN");

  @Option(
      names = "--kube-ca-file",
      paramLabel = "string",
      description = "the certificate authority file for the Kubernetes API server connection")
  private String caFile = variable("HELM_KUBECAFILE");

  @Option(
      names = "--kube-as-user",
      paramLabel = "string",
      description = "username to impersonate for the operation")
  private String asUser = variable("HELM_KUBEASUSER");

  @Option(
      names = "--kube-as-group",
      paramLabel = "stringArray",
      description = "group to impersonate for the operation, this flag can be repeated")
  private List<String> asGroups = new ArrayList<>();

  @Option(
      names = "--kube-insecure-skip-tls-verify",
      description =
          "if true, the Kubernetes API server's certificate will not be checked for validity. This"
              + " will make your HTTPS connections insecure")
  private boolean insecure;

  @Option(
      names = "--kube-tls-server-name",
      paramLabel = "string",
      description =
          "server name to use for Kubernetes API server certificate validation. If it is not"
              + " provided, the hostname used to contact the server is used")
  private String tlsServerName = variable("HELM_KUBETLS_SERVER_NAME");

  @Option(names = "--debug", description = "enable verbose output")
  private boolean debug;

  private static String variable(String name) {
    return System.getenv().getOrDefault(name, "");
  }

  boolean isDebug() {
    return debug;
  }

  /**
   * Connects to the cluster. Nothing is asked of it yet.
   *
   * @throws dev.pintle.diagnostic.PintleException if the kubeconfig is not there or says nothing of
   *     use
   */
  public Connected connect() {
    return connect(Limits.defaults());
  }

  /**
   * The same with other limits for what the cluster answers.
   *
   * @throws dev.pintle.diagnostic.PintleException if the kubeconfig is not there or says nothing of
   *     use
   */
  public Connected connect(Limits limits) {
    ClusterConfig config =
        new ClusterConfig(
            kubeconfig,
            context,
            apiServer,
            token,
            caFile,
            asUser,
            groups(),
            insecure,
            tlsServerName);
    return config.connect(namespace, Fabric8Settings.defaults().withLimits(limits));
  }

  private List<String> groups() {
    String byVariable = variable("HELM_KUBEASGROUPS");
    return asGroups.isEmpty() && !byVariable.isEmpty()
        ? TextParts.split(TextParts.withoutEnd(byVariable, ','), ',')
        : List.copyOf(asGroups);
  }

  /**
   * A cluster and the namespace in it.
   *
   * @param namespace the flag's, else the context's, else {@code default}
   * @param tunnel the way to the cluster, if its certificate has another name
   */
  public record Connected(Applier applier, String namespace, Optional<ServerNameTunnel> tunnel)
      implements AutoCloseable {

    @Override
    public void close() {
      applier.close();
      tunnel.ifPresent(ServerNameTunnel::close);
    }
  }
}
