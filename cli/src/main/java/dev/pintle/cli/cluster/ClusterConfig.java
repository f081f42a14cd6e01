package dev.pintle.cli.cluster;

import dev.pintle.apply.fabric8.Fabric8Applier;
import dev.pintle.apply.fabric8.Fabric8Settings;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Optional;

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

  /**
   * Connects.
   *
   * @param namespace which to use, or empty for the context's
   */
  GlobalOptions.Connected connect(String namespace) {
    Config config = config();
    String own = config.getNamespace() == null ? "default" : config.getNamespace();
    Optional<ServerNameTunnel> tunnel = tunnel(config);
    return new GlobalOptions.Connected(
        Fabric8Applier.of(
            tunnel.map(way -> through(way, config)).orElse(config), Fabric8Settings.defaults()),
        namespace.isEmpty() ? own : namespace,
        tunnel);
  }

  private Optional<ServerNameTunnel> tunnel(Config config) {
    URI server = URI.create(config.getMasterUrl());
    return tlsServerName.isEmpty() || !"https".equals(server.getScheme())
        ? Optional.empty()
        : Optional.of(new ServerNameTunnel(server));
  }

  private Config through(ServerNameTunnel tunnel, Config config) {
    URI server = URI.create(config.getMasterUrl());
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return new ConfigBuilder(config)
        .withMasterUrl("https://" + tlsServerName + port + server.getRawPath())
        .withHttpsProxy(tunnel.proxy().toString())
        .withNoProxy()
        .build();
  }

  private Config config() {
    ConfigBuilder builder = new ConfigBuilder(fromFile());
    if (!apiServer.isEmpty()) {
      builder.withMasterUrl(apiServer);
    }
    if (!token.isEmpty()) {
      builder.withOauthToken(token);
    }
    if (!caFile.isEmpty()) {
      builder.withCaCertFile(caFile).withCaCertData(null);
    }
    if (!asUser.isEmpty()) {
      builder
          .withImpersonateUsername(asUser)
          .withImpersonateGroups(asGroups.toArray(String[]::new));
    }
    if (insecure) {
      builder.withTrustCerts(true).withDisableHostnameVerification(true);
    }
    builder.withRequestRetryBackoffLimit(0); // the applier tries again itself, and can be stopped
    return builder.build();
  }

  private Config fromFile() {
    String chosen = context.isEmpty() ? null : context;
    try {
      Config config;
      if (kubeconfig.isEmpty()) {
        config = Config.autoConfigure(chosen);
      } else {
        File file = new File(kubeconfig);
        if (!file.isFile()) {
          throw unusable("stat " + kubeconfig + ": no such file or directory");
        }
        config = Config.fromKubeconfig(chosen, file);
      }
      if (chosen != null
          && (config.getCurrentContext() == null
              || !config.getCurrentContext().getName().equals(chosen))) {
        throw unusable("context \"" + chosen + "\" does not exist");
      }
      return config;
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw unusable((e.getCause() == null ? e : e.getCause()).getMessage());
    }
  }

  private static PintleException unusable(String why) {
    return new PintleException(Diagnostic.Kind.APPLY, "kubernetes cluster unreachable: " + why);
  }
}
