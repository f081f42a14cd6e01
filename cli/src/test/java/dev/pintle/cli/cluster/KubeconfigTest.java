package dev.pintle.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kubeconfig files; what is said of those that are none is what Helm 4.2.4 said of them. */
class KubeconfigTest {

  private static final String STRUCT =
      "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
          + " Kind string \"json:\\\"kind,omitempty\\\"\" }";

  @TempDir Path directory;

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          current-context: 5 | number | Config.current-context | string | 1:1
          current-context: [a] | array | Config.current-context | string | 1:1
          clusters: foo | string | Config.clusters | []v1.NamedCluster | 1:1
          clusters: [foo] | string | Config.clusters | v1.NamedCluster | 1:12
          clusters: [true] | bool | Config.clusters | v1.NamedCluster | 1:12
          users: {a: b} | object | Config.users | []v1.NamedAuthInfo | 1:1
          clusters: [{name: 5}] | number | NamedCluster.clusters.name | string | 1:13
          clusters: [{cluster: foo}] | string | NamedCluster.clusters.cluster | v1.Cluster | 1:13
          clusters: [{cluster: {server: 5}}] | number | Cluster.clusters.cluster.server | string | 1:23
          clusters: [{cluster: {insecure-skip-tls-verify: a}}] | string | Cluster.clusters.cluster.insecure-skip-tls-verify | bool | 1:23
          clusters: [{cluster: {certificate-authority-data: 5}}] | number | Cluster.clusters.cluster.certificate-authority-data | []uint8 | 1:23
          clusters: [{cluster: {disable-compression: 5}}] | number | Cluster.clusters.cluster.disable-compression | bool | 1:23
          contexts: [{context: {cluster: 5}}] | number | Context.contexts.context.cluster | string | 1:23
          contexts: [{context: [5]}] | array | NamedContext.contexts.context | v1.Context | 1:13
          users: [{user: {token: 5}}] | number | AuthInfo.users.user.token | string | 1:17
          users: [{user: {as-groups: foo}}] | string | AuthInfo.users.user.as-groups | []string | 1:17
          users: [{user: {as-groups: [5]}}] | number | AuthInfo.users.user.as-groups | string | 1:29
          users: [{user: {as-user-extra: 5}}] | number | AuthInfo.users.user.as-user-extra | map[string][]string | 1:17
          users: [{user: {as-user-extra: {a: b}}}] | string | AuthInfo.users.user.as-user-extra | []string | 1:33
          users: [{user: {as-user-extra: {a: [5]}}}] | number | AuthInfo.users.user.as-user-extra | string | 1:37
          users: [{user: {exec: 5}}] | number | AuthInfo.users.user.exec | v1.ExecConfig | 1:17
          users: [{user: {exec: {args: [5], env: 5}}}] | number | ExecConfig.users.user.exec.args | string | 1:31
          users: [{user: {exec: {env: [{name: 5}]}}}] | number | ExecEnvVar.users.user.exec.env.name | string | 1:31
          users: [{user: {exec: {env: [5]}}}] | number | ExecConfig.users.user.exec.env | v1.ExecEnvVar | 1:30
          users: [{user: {auth-provider: {name: 5}}}] | number | AuthProviderConfig.users.user.auth-provider.name | string | 1:33
          users: [{user: {auth-provider: {config: {a: 5}}}}] | number | AuthProviderConfig.users.user.auth-provider.config | string | 1:42
          preferences: 5 | number | Config.preferences | v1.Preferences | 1:1
          preferences: {colors: 5} | number | Preferences.preferences.colors | bool | 1:15
          extensions: [{name: 5}] | number | NamedExtension.extensions.name | string | 1:15
          """)
  void tellsOfWrongTypes(String text, String found, String field, String type, String place)
      throws IOException {
    String message =
        "json: cannot unmarshal " + found + " into Go struct field " + field + " of type " + type;
    assertRefused(text, message, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: [b | yaml: line 1: did not find expected ',' or ']' | 2:1
          `a: b\n  c: d` | yaml: line 2: mapping values are not allowed in this context | 2:4
          kind: 5 | couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string | 1:1
          kind: Foo | no kind "Foo" is registered for version "v1" in scheme "pkg/runtime/scheme.go:111" | 1:1
          apiVersion: foo/v1 | no kind "Config" is registered for version "foo/v1" in scheme "pkg/runtime/scheme.go:111" | 1:1
          apiVersion: a/b/c | unexpected GroupVersion string: a/b/c | 1:1
          clusters: [{cluster: {certificate-authority-data: "YWJj*"}}] | illegal base64 data at input byte 4 | 1:23
          users: [{name: a}, {name: a}] | error converting *[]NamedAuthInfo into *map[string]*api.AuthInfo: duplicate name "a" in list | 1:20
          """)
  void tellsOfWhatIsNoKubeconfig(String text, String message, String place) throws IOException {
    assertRefused(text.replace("\\n", "\n"), message, place);
  }

  @Test
  void tellsOfWhatIsNoMapping() throws IOException {
    String message = "couldn't get version/kind; json parse error: json: cannot unmarshal ";
    assertRefused("text", message + "string into Go value of type " + STRUCT, "1:1");
    assertRefused("- a", message + "array into Go value of type " + STRUCT, "1:1");
  }

  /** The place is told, but not the line: there may be a token in it. */
  private void assertRefused(String text, String message, String place) throws IOException {
    String file = file("config", text);
    CommandRun run = CommandRun.of("list", "--kubeconfig=" + file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            Error: kubernetes cluster unreachable: error loading config file "%s": %s

               %s:%s  %s
            """
                .formatted(file, message, file, place, message));
  }

  @Test
  void tellsOfFilesThatCannotBeRead() throws IOException {
    assertThat(CommandRun.of("list", "--kubeconfig=nowhere").err())
        .isEqualTo(
            "Error: kubernetes cluster unreachable: stat nowhere: no such file or directory\n");
    assertThat(CommandRun.of("list", "--kubeconfig=" + directory).err())
        .isEqualTo(
            "Error: kubernetes cluster unreachable: error loading config file \"%s\": read %s: is a directory\n"
                .formatted(directory, directory));
    String first = file("first", "kind: Foo");
    String second = file("second", "a: [b");
    assertThatThrownBy(() -> Kubeconfig.ofFiles(List.of(first, second)))
        .hasMessageMatching(
            "\\[error loading config file \".*first\": no kind .*, error loading config file"
                + " \".*second\": yaml: .*]");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'# nothing'",
    "'null'",
    "'---'",
    "'kind: Config\n---\na: [b'",
    "'apiVersion: /v1'",
    "'kind: ~'",
    "'clusters: [~]'"
  })
  void takesFilesThatSayNothing(String text) throws IOException {
    Kubeconfig kubeconfig = Kubeconfig.ofFile(file("config", text));
    assertThat(kubeconfig.contexts()).isEmpty();
    assertThat(kubeconfig.currentContext()).isEmpty();
  }

  /** The first file that has something has its say, and none of the others has a part in it. */
  @Test
  void putsFilesTogether() throws IOException {
    String first =
        file(
            "first",
            """
            clusters: [{name: both, cluster: {server: a}}]
            users: [{name: both, user: {token: a}}]
            """);
    String second =
        file(
            "second",
            """
            current-context: c
            clusters: [{name: both, cluster: {server: b, tls-server-name: b}}, {name: d, cluster: {server: d}}]
            contexts: [{name: c, context: {cluster: both, user: both, namespace: mine}}]
            users: [{name: both, user: {username: b}}]
            """);
    String third = file("third", "current-context: other");
    Kubeconfig all = Kubeconfig.ofFiles(List.of("", "nowhere", first, first, second, third));
    assertThat(all.currentContext()).isEqualTo("c");
    assertThat(all.contexts()).containsOnlyKeys("c");
    assertThat(all.clusters().get("both"))
        .isEqualTo(new Kubeconfig.Cluster("a", "", false, "", "", ""));
    assertThat(all.clusters().get("d").server()).isEqualTo("d");
    assertThat(all.users().get("both").token()).isEqualTo("a");
    assertThat(all.users().get("both").username()).isEmpty();
  }

  @Test
  void looksForPathsBesideTheFile() throws IOException {
    Kubeconfig read =
        Kubeconfig.ofFile(
            file(
                "config",
                """
                clusters: [{name: c, cluster: {certificate-authority: a/../ca}}]
                users:
                - name: u
                  user: {client-certificate: /c, client-key: ../k, tokenFile: t}
                """));
    assertThat(read.clusters().get("c").authority()).isEqualTo(directory + "/ca");
    Kubeconfig.User user = read.users().get("u");
    assertThat(user.certificate().file()).isEqualTo("/c");
    assertThat(user.key().file()).isEqualTo(directory.resolveSibling("k").toString());
    assertThat(user.tokenFile()).isEqualTo(directory + "/t");
  }
}
