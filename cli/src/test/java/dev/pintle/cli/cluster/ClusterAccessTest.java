package dev.pintle.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.cli.CommandRun;
import dev.pintle.diagnostic.PintleException;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of kubeconfigs and flags; messages are Helm 4.2.4's. */
class ClusterAccessTest {

  private static final String SERVER = "server: \"https://127.0.0.1:9\"";

  /** What begins a PEM file: "-----BEGIN X-----". */
  private static final String PEM = "LS0tLS1CRUdJTiBYLS0tLS0=";

  @TempDir Path directory;

  private static ClusterConfig flags(String context, String server, String token, String name) {
    return new ClusterConfig("", context, server, token, "", "", List.of(), false, name);
  }

  private static final ClusterConfig NO_FLAGS = flags("", "", "", "");

  private String file(String cluster, String user) throws IOException {
    String text =
        """
        current-context: c
        contexts: [{name: c, context: {cluster: k, user: u, namespace: mine}}]
        clusters: [{name: k, cluster: {%s}}]
        users: [{name: u, user: {%s}}]
        """;
    return Files.writeString(directory.resolve("config"), text.formatted(cluster, user)).toString();
  }

  private Config config(String cluster, String user) throws IOException {
    return config(cluster, user, NO_FLAGS);
  }

  private Config config(String cluster, String user, ClusterConfig flags) throws IOException {
    String file = file(cluster, user);
    ClusterAccess access = ClusterAccess.of(Kubeconfig.ofFile(file), flags);
    return new ClientConfig(access, file, Map.of()).config();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          token: a, username: b | invalid configuration: more than one authentication method found for u; found [token basicAuth], only one is allowed
          client-certificate-data: YQ== | invalid configuration: client-key-data or client-key must be specified for u to use the clientCert authentication method.
          client-certificate: a, client-key: b | invalid configuration: [unable to read client-cert %s/a for u due to open %s/a: no such file or directory, unable to read client-key %s/b for u due to open %s/b: no such file or directory]
          as-groups: [a] | invalid configuration: requesting uid, groups or user-extra for u without impersonating a user
          as-uid: a | invalid configuration: requesting uid, groups or user-extra for u without impersonating a user
          client-certificate-data: YQ==, client-key-data: YQ== | tls: failed to find any PEM data in certificate input
          tokenFile: nowhere | open %s/nowhere: no such file or directory
          exec: {apiVersion: client.authentication.k8s.io/v1} | invalid configuration: [command must be specified for u to use exec authentication plugin, interactiveMode must be specified for u to use exec authentication plugin]
          exec: {apiVersion: client.authentication.k8s.io/v1, command: a, interactiveMode: Never}, auth-provider: {name: oidc} | invalid configuration: authProvider cannot be provided in combination with an exec plugin for u
          """)
  void refusesUsers(String user, String message) {
    assertThatThrownBy(() -> config(SERVER, user))
        .isInstanceOf(PintleException.class)
        .hasMessage(message.replace("%s", directory.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          certificate-authority: a | invalid configuration: unable to read certificate-authority %s/a for k due to open %s/a: no such file or directory
          certificate-authority-data: YQ== | unable to load root certificates: unable to parse bytes as PEM block
          certificate-authority: config, insecure-skip-tls-verify: true | specifying a root certificates file with the insecure flag is not allowed
          proxy-url: foo | invalid configuration: invalid 'proxy-url' "foo" for cluster "k": unsupported scheme "", must be http, https, or socks5
          proxy-url: "ftp://a:b@foo" | invalid configuration: invalid 'proxy-url' "ftp://a:***@foo" for cluster "k": unsupported scheme "ftp", must be http, https, or socks5
          proxy-url: "http://a:b c@foo/" | invalid configuration: invalid 'proxy-url' "http://a:***@foo/" for cluster "k": could not parse: http://a:***@foo/
          proxy-url: "ftp://foo" | invalid configuration: invalid 'proxy-url' "ftp://foo" for cluster "k": unsupported scheme "ftp", must be http, https, or socks5
          """)
  void refusesClusters(String cluster, String message) {
    assertThatThrownBy(() -> config(SERVER + ", " + cluster, "token: t"))
        .isInstanceOf(PintleException.class)
        .hasMessage(message.replace("%s", directory.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1:9 | http://127.0.0.1:9
          somewhere | http://somewhere
          my_host:80 | http://my_host:80
          https://[::1]:6443 | https://[::1]:6443
          https://h:1/a/b?c=d#e | https://h:1/a/b
          127.0.0.1:9/a | host must be a URL or a host:port pair: "127.0.0.1:9/a"
          https://127.0.0.1:9:9 | host must be a URL or a host:port pair: "https://127.0.0.1:9:9"
          https:// | host must be a URL or a host:port pair: "https://"
          ftp://h:1 | Get "ftp://h:1/version": unsupported protocol scheme "ftp"
          ftp://a:b@h:1 | Get "ftp://a:***@h:1/version": unsupported protocol scheme "ftp"
          ftp://a@h:1 | Get "ftp://a@h:1/version": unsupported protocol scheme "ftp"
          https://a:b@h h | host must be a URL or a host:port pair: "https://a:***@h h"
          '' | http://localhost:8080
          """)
  void readsAddresses(String server, String result) {
    if (result.startsWith("http")) {
      assertThat(ServerAddress.of(server, Map.of())).hasToString(result);
    } else {
      assertThatThrownBy(() -> ServerAddress.of(server, Map.of())).hasMessage(result);
    }
  }

  @Test
  void takesTheDefaultAddressFromTheEnvironment() {
    Map<String, String> environment = Map.of("KUBERNETES_MASTER", "http://m:1");
    assertThat(ServerAddress.of("", environment)).hasToString("http://m:1");
    assertThat(ServerAddress.of("s:1", environment)).hasToString("http://s:1");
  }

  @Test
  void tellsOfContextsThatAreNotThere() throws IOException {
    Path file = directory.resolve("config");
    Files.writeString(file, "current-context: nope\ncontexts: [{name: production}]");
    Kubeconfig kubeconfig = Kubeconfig.ofFile(file.toString());
    assertThatThrownBy(() -> ClusterAccess.of(kubeconfig, NO_FLAGS))
        .hasMessage("invalid configuration: context was not found for specified context: nope");
    assertThatThrownBy(() -> ClusterAccess.of(kubeconfig, flags("none", "", "", "")))
        .hasMessage("context \"none\" does not exist");
    assertThat(CommandRun.of("list", "--kubeconfig=" + file, "--kube-context=prodution").err())
        .isEqualTo(
            """
            Error: kubernetes cluster unreachable: context "prodution" does not exist

               hint: did you mean `production`?
            """);
  }

  @Test
  void knowsTheServerAndItsNamespace() throws IOException {
    Config config =
        config(
            "server: \"https://h:1/p\", certificate-authority-data: \"" + PEM + "\"", "token: t");
    assertThat(config.getMasterUrl()).isEqualTo("https://h:1/p/");
    assertThat(config.getNamespace()).isEqualTo("mine");
    assertThat(config.getCaCertData()).isEqualTo(PEM);
    assertThat(config.getOauthToken()).isEqualTo("t");
    assertThat(config.getAutoConfigure()).isFalse();

    Config careless = config(SERVER + ", insecure-skip-tls-verify: true", "");
    assertThat(careless.isTrustCerts()).isTrue();
    assertThat(careless.isDisableHostnameVerification()).isTrue();
  }

  @Test
  void tellsNoSecretsWithoutEncryption() throws IOException {
    Config config = config("server: h", "token: t, as: a");
    assertThat(config.getMasterUrl()).isEqualTo("http://h/");
    assertThat(config.getOauthToken()).isNull();
    assertThat(config.getImpersonateUsername()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token: "s\\e" | Authorization
          token: "s\\n" | Authorization
          as: "s\\x7f" | Impersonate-User
          as: a, as-uid: "s\\0" | Impersonate-Uid
          as: a, as-groups: [a, "s\\n"] | Impersonate-Group
          as: a, as-user-extra: {a: ["s\\r"]} | Impersonate-Extra-a
          """)
  void refusesWhatCannotBeAHeader(String user, String header) {
    assertThatThrownBy(() -> config(SERVER, user))
        .isInstanceOf(PintleException.class)
        .hasMessageStartingWith("Get \"https://")
        .hasMessageEndingWith(
            "/version\": net/http: invalid header field value for \"" + header + "\"");
  }

  @Test
  void knowsTheUser() throws IOException {
    Config basic = config(SERVER, "username: a, password: b");
    assertThat(basic.getUsername()).isEqualTo("a");
    assertThat(basic.getPassword()).isEqualTo("b");

    Config certified =
        config(
            SERVER, "client-certificate-data: \"%s\", client-key-data: \"%s\"".formatted(PEM, PEM));
    assertThat(certified.getClientCertData()).isEqualTo(PEM);
    assertThat(certified.getClientKeyData()).isEqualTo(PEM);

    Config forAnother =
        config(SERVER, "as: a, as-uid: b, as-groups: [c, d], as-user-extra: {e: [f]}");
    assertThat(forAnother.getImpersonateUsername()).isEqualTo("a");
    assertThat(forAnother.getImpersonateGroups()).containsExactly("c", "d");
    assertThat(forAnother.getImpersonateExtras()).isEqualTo(Map.of("e", List.of("f")));
    assertThat(forAnother.getCustomHeaders()).containsEntry("Impersonate-Uid", "b");
  }

  /** A file goes before a token, and whoever puts a new one there need not tell. */
  @Test
  void readsTokensFromFilesAgain() throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "first\n");
    Config config = config(SERVER, "tokenFile: token, token: other");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("first");
    Files.writeString(token, "second\n");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("second");
    Files.delete(token);
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("other");
  }

  @ParameterizedTest
  @CsvSource({
    "http://p:3128, http://p:3128",
    "http://p, http://p:80",
    "https://p/, https://p:443",
    "socks5://p, socks5://p:1080"
  })
  void goesByProxies(String url, String proxy) throws IOException {
    Config config = config(SERVER + ", proxy-url: \"" + url + "\"", "token: t");
    assertThat(config.getHttpsProxy()).isEqualTo(proxy);
    assertThat(config.getHttpProxy()).isEqualTo(proxy);
  }

  /** Only what the variables in lower case say can be told here; the others are the process's. */
  @ParameterizedTest
  @DisabledIfEnvironmentVariable(named = "HTTPS_PROXY", matches = ".+")
  @DisabledIfEnvironmentVariable(named = "ALL_PROXY", matches = ".+")
  @DisabledIfEnvironmentVariable(named = "NO_PROXY", matches = ".+")
  @CsvSource({
    "https://h:1, '', p:3128",
    "https://h:1, http://mine:1, mine:1",
    "https://127.0.0.1:1, '', ",
    "https://[::1]:1, '', ",
    "https://localhost:1, '', ",
    "https://localhost:1, http://mine:1, mine:1"
  })
  void goesByTheProxiesOfTheEnvironment(String server, String url, String proxy)
      throws IOException {
    String file = file("server: \"%s\", proxy-url: \"%s\"".formatted(server, url), "");
    Map<String, String> environment = Map.of("https_proxy", "p:3128", "no_proxy", "a, b");
    ClusterAccess access = ClusterAccess.of(Kubeconfig.ofFile(file), NO_FLAGS);
    Config config = new ClientConfig(access, file, environment).config();
    assertThat(config.getHttpsProxy()).isEqualTo(proxy == null ? null : "http://" + proxy);
    if ("p:3128".equals(proxy)) {
      assertThat(config.getNoProxy()).containsExactly("a", "b");
    } else {
      assertThat(config.getNoProxy()).isNullOrEmpty();
    }
  }

  @Test
  void letsFlagsHaveTheirSay() throws IOException {
    String file = file(SERVER + ", tls-server-name: a, insecure-skip-tls-verify: true", "as: b");
    Kubeconfig kubeconfig = Kubeconfig.ofFile(file);
    assertThat(ClusterAccess.of(kubeconfig, NO_FLAGS).cluster().tlsServerName()).isEqualTo("a");
    ClusterAccess named = ClusterAccess.of(kubeconfig, flags("", "", "", "f"));
    assertThat(named.cluster().tlsServerName()).isEqualTo("f");
    ClusterAccess elsewhere = ClusterAccess.of(kubeconfig, flags("", "https://e", "t", ""));
    assertThat(elsewhere.cluster().tlsServerName()).isEmpty();
    assertThat(elsewhere.cluster().server()).isEqualTo("https://e");
    assertThat(elsewhere.user().token()).isEqualTo("t");
    ClusterAccess checked =
        ClusterAccess.of(
            kubeconfig, new ClusterConfig("", "", "", "", file, "c", List.of("g"), false, ""));
    assertThat(checked.cluster().insecure()).isFalse();
    assertThat(checked.cluster().authority()).isEqualTo(file);
    assertThat(checked.user().as().user()).isEqualTo("c");
    assertThat(checked.user().as().groups()).containsExactly("g");
  }

  @Test
  void asksForTheServerByTheNameOfItsCertificate() throws IOException {
    String file = file(SERVER + ", tls-server-name: name", "token: t");
    ClientConfig client =
        new ClientConfig(ClusterAccess.of(Kubeconfig.ofFile(file), NO_FLAGS), file, Map.of());
    try (ServerNameTunnel way = client.tunnel().orElseThrow()) {
      assertThat(client.config().getMasterUrl()).isEqualTo("https://name:9/");
      assertThat(client.config().getHttpsProxy()).isEqualTo(way.proxy().toString());
    }
  }

  @Test
  void leavesTokensThatAreFetchedToTheClient() throws IOException {
    Config config =
        config(SERVER, "as: a, auth-provider: {name: oidc, config: {id-token: t, client-id: c}}");
    assertThat(config.getAutoOAuthToken()).isEqualTo("t");
    assertThat(config.getAuthProvider().getConfig()).containsEntry("client-id", "c");
    assertThat(config.getCurrentContext().getName()).isEqualTo("c");
    assertThat(config.getFile()).isEqualTo(directory.resolve("config").toFile());
    assertThat(config.getImpersonateUsername()).isEqualTo("a");
  }

  @Test
  void knowsThePodItRunsIn() throws IOException {
    Map<String, String> environment =
        Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443");
    ServiceAccount account = new ServiceAccount(directory, environment);
    assertThat(account.isGiven()).isFalse();
    Files.writeString(directory.resolve("token"), "t");
    assertThat(account.isGiven()).isTrue();
    assertThat(new ServiceAccount(directory, Map.of()).isGiven()).isFalse();
    assertThat(ClusterAccess.of(account.kubeconfig(NO_FLAGS), NO_FLAGS).namespace())
        .isEqualTo("default");
    Files.writeString(directory.resolve("namespace"), "pods\n");
    Files.writeString(directory.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----");

    ClusterAccess access = ClusterAccess.of(account.kubeconfig(NO_FLAGS), NO_FLAGS);
    assertThat(access.namespace()).isEqualTo("pods");
    Config config = new ClientConfig(access, "", Map.of()).config();
    assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:443/");
    assertThat(Base64.getDecoder().decode(config.getCaCertData()))
        .asString()
        .isEqualTo("-----BEGIN CERTIFICATE-----");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("t");

    ClusterConfig flags = flags("", "", "other", "");
    ClusterAccess other = ClusterAccess.of(account.kubeconfig(flags), flags);
    assertThat(other.user().token()).isEqualTo("other");
    assertThat(other.user().tokenFile()).isEmpty();
  }
}
