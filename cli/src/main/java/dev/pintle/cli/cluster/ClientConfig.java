package dev.pintle.cli.cluster;

import dev.pintle.cli.cluster.Kubeconfig.Cluster;
import dev.pintle.cli.cluster.Kubeconfig.Impersonated;
import dev.pintle.cli.cluster.Kubeconfig.Pem;
import dev.pintle.cli.cluster.Kubeconfig.User;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What fabric8's client is told of a cluster and its user. Who it is and how the server is known,
 * the access alone says; of the environment it takes what is about the way there (proxies, versions
 * of TLS, times to wait).
 */
final class ClientConfig {

  private final ClusterAccess access;
  private final String kubeconfig;
  private final Map<String, String> environment;
  private final URI server;
  private final Optional<ServerNameTunnel> tunnel;

  /**
   * Begins.
   *
   * @param kubeconfig the one file that was asked for; empty if the environment says which
   */
  ClientConfig(ClusterAccess access, String kubeconfig, Map<String, String> environment) {
    this.access = access;
    this.kubeconfig = kubeconfig;
    this.environment = environment;
    this.server = ServerAddress.of(access.cluster().server(), environment);
    this.tunnel =
        access.cluster().tlsServerName().isEmpty() || !isSecure()
            ? Optional.empty()
            : Optional.of(new ServerNameTunnel(server));
  }

  /** Nothing secret is sent otherwise. */
  private boolean isSecure() {
    return "https".equals(server.getScheme());
  }

  /** The way to the server if its certificate has another name than its address; to be closed. */
  Optional<ServerNameTunnel> tunnel() {
    return tunnel;
  }

  /**
   * Makes it.
   *
   * @throws PintleException with client-go's message if certificates or tokens cannot be used
   */
  Config config() {
    Config told = Config.empty();
    Config.configFromSysPropsOrEnvVars(told);
    ConfigBuilder builder =
        new ConfigBuilder(told)
            .withMasterUrl(server.toString())
            .withNamespace(access.namespace())
            .withRequestRetryBackoffLimit(0); // the applier tries again itself, and can be stopped
    impersonate(builder, access.user().as());
    proxy(builder, told);
    tunnel.ifPresent(way -> lead(builder, way));
    trust(builder, isSecure() ? access.cluster() : Cluster.NONE);
    authenticate(builder, isSecure() ? access.user() : User.NONE);
    return isSecure() && isFetched(access.user()) ? withFetched(builder) : builder.build();
  }

  /** What is to be sent as a header must be one; which value it was is not said. */
  private void requireHeader(String name, String value) {
    if (!value.chars().allMatch(c -> c == '\t' || c >= ' ' && c <= '~')) {
      throw unusable(
          "Get %s: net/http: invalid header field value for \"%s\""
              .formatted(GoQuotes.quote(ServerAddress.shown(server + "/version")), name));
    }
  }

  private void impersonate(ConfigBuilder builder, Impersonated as) {
    requireHeader("Impersonate-User", as.user());
    requireHeader("Impersonate-Uid", as.uid());
    as.groups().forEach(group -> requireHeader("Impersonate-Group", group));
    as.extra()
        .forEach(
            (key, values) ->
                values.forEach(each -> requireHeader("Impersonate-Extra-" + key, each)));
    builder
        .withImpersonateUsername(orNull(as.user()))
        .withImpersonateGroups(as.groups().toArray(String[]::new))
        .withImpersonateExtras(as.extra());
    if (!as.uid().isEmpty()) {
      builder.addToCustomHeaders("Impersonate-Uid", as.uid());
    }
  }

  /**
   * What the kubeconfig says of a proxy goes before the environment; and what that says is not for
   * servers on this machine, as for Go.
   */
  private void proxy(ConfigBuilder builder, Config told) {
    String url = access.cluster().proxyUrl();
    if (!url.isEmpty()) {
      builder.withNoProxy();
    } else if (!isThisMachine(String.valueOf(server.getHost()))) {
      String upperCase = isSecure() ? told.getHttpsProxy() : told.getHttpProxy();
      String lowerCase = environment.getOrDefault(server.getScheme() + "_proxy", "");
      url = upperCase == null ? lowerCase : upperCase;
      if (told.getNoProxy() == null && environment.containsKey("no_proxy")) {
        builder.withNoProxy(
            TextParts.split(environment.get("no_proxy"), ',').stream()
                .map(String::strip)
                .toArray(String[]::new));
      }
    }
    String address = url.isEmpty() ? null : withPort(url.contains("://") ? url : "http://" + url);
    builder.withHttpProxy(address).withHttpsProxy(address);
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** The client wants the port of a proxy to be said. */
  private static String withPort(String url) {
    URI proxy = URI.create(url);
    if (proxy.getPort() >= 0) {
      return url;
    }
    String host = TextParts.withoutEnd(url, '/');
    return switch (proxy.getScheme()) {
      case "http" -> host + ":80";
      case "https" -> host + ":443";
      default -> host + ":1080";
    };
  }

  private void lead(ConfigBuilder builder, ServerNameTunnel way) {
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    builder
        .withMasterUrl("https://" + access.cluster().tlsServerName() + port + server.getRawPath())
        .withHttpsProxy(way.proxy().toString())
        .withNoProxy();
  }

  private static void trust(ConfigBuilder builder, Cluster cluster) {
    Pem authority = new Pem(cluster.authority(), cluster.authorityData());
    if (cluster.insecure() && authority.isGiven()) {
      throw unusable("specifying a root certificates file with the insecure flag is not allowed");
    }
    String trusted =
        data(authority, "unable to load root certificates: unable to parse bytes as PEM block");
    builder
        .withTrustCerts(cluster.insecure())
        .withDisableHostnameVerification(cluster.insecure())
        .withCaCertData(trusted);
  }

  private void authenticate(ConfigBuilder builder, User user) {
    requireHeader("Authorization", user.token());
    Pem certificate = user.certificate();
    Pem key = certificate.isGiven() ? user.key() : Pem.NONE;
    String certificateData =
        data(certificate, "tls: failed to find any PEM data in certificate input");
    String keyData = data(key, "tls: failed to find any PEM data in key input");
    builder
        .withClientCertData(certificateData)
        .withClientKeyData(keyData)
        .withClientKeyAlgo(Config.getKeyAlgorithm(null, keyData))
        .withUsername(orNull(user.username()))
        .withPassword(orNull(user.password()))
        .withAutoOAuthToken(null)
        .withOauthToken(orNull(user.token()));
    if (!user.tokenFile().isEmpty()) {
      String otherwise =
          user.token().isEmpty() ? GoStrings.fromBytes(read(user.tokenFile())) : user.token();
      builder.withOauthTokenProvider(new TokenFile(Path.of(user.tokenFile()), otherwise));
    }
  }

  /** What the client takes, in base64; null if there is none. It opens no files by itself. */
  private static String data(Pem pem, String otherwise) {
    if (!pem.isGiven()) {
      return null;
    }
    byte[] bytes = pem.data().isEmpty() ? read(pem.file()) : Base64.getDecoder().decode(pem.data());
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ")) {
      throw unusable(otherwise);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] read(String file) {
    try {
      return NamedFile.read(file);
    } catch (IOException e) {
      throw unusable(FileErrors.describe("open", file, e));
    }
  }

  /** Whether the credentials are fetched from elsewhere, which fabric8 knows how to do. */
  private static boolean isFetched(User user) {
    return user.exec() != null || user.authProvider() != null;
  }

  /** The client fetches them again where they expire, so it has to know where they came from. */
  private Config withFetched(ConfigBuilder builder) {
    Table provider = access.user().authProvider();
    if (provider != null && Objects.requireNonNullElse(provider.get("name"), "").equals("")) {
      throw unusable("no Auth Provider found for name \"\"");
    }
    Config fetched =
        kubeconfig.isEmpty()
            ? Config.autoConfigure(access.context())
            : Config.fromKubeconfig(access.context(), new File(kubeconfig));
    if (!access.user().certificate().isGiven() && fetched.getClientCertData() != null) {
      builder
          .withClientCertData(fetched.getClientCertData())
          .withClientKeyData(fetched.getClientKeyData())
          .withClientKeyAlgo(Config.getKeyAlgorithm(null, fetched.getClientKeyData()));
    }
    Config config =
        builder
            .withAutoOAuthToken(fetched.getAutoOAuthToken())
            .withAuthProvider(fetched.getAuthProvider())
            .build();
    config.setContexts(List.copyOf(fetched.getContexts()));
    config.setCurrentContext(fetched.getCurrentContext());
    config.setAutoConfigure(fetched.getAutoConfigure());
    return config;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static PintleException unusable(String why) {
    return new PintleException(Diagnostic.Kind.APPLY, why);
  }
}
